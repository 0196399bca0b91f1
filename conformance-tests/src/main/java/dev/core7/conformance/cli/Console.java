package dev.core7.conformance.cli;

import dev.core7.conformance.run.Runner;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The environment of a command.
 *
 * @param environment the environment variables
 * @param out receives results
 * @param err receives errors and progress
 */
record Console(Map<String, String> environment, PrintWriter out, PrintWriter err) {
    /** Prints that the server cannot be reached, and returns the exit code. */
    int unreachable(String url, Runner.UnreachableException e) {
        err.println("kit: " + url + " cannot be reached: " + e.getMessage()
                + "; nothing was judged. Start the server or correct url in the target file");
        return Main.INCOMPLETE;
    }

    /** Prints a message while the command continues. */
    void notice(String text) {
        err.println("kit: " + text);
        err.flush();
    }

    /** Prints how to remove the objects of a run that was aborted. */
    void ledgerHint(Path ledger) {
        notice("objects of this run may still be on the server. Remove them with ./kit cleanup " + ledger
                + " --target FILE");
    }

    /**
     * Prints which files could not be written.
     *
     * @return the exit code: {@code code} if everything was written
     */
    int unwritten(List<String> problems, int code) {
        problems.forEach(problem -> err.println("kit: " + problem));
        return problems.isEmpty() ? code : Main.INCOMPLETE;
    }

    /** Who reads the output while the command runs. */
    enum Watcher {
        /** A person at a terminal. */
        PERSON,
        /** The log of a CI job. */
        CI,
        /** Nobody. */
        NOBODY
    }

    /** Returns the watcher. CI services set the variable {@code CI}. */
    Watcher watcher() {
        if (environment.containsKey("CI")) {
            return Watcher.CI;
        }
        return System.console() != null ? Watcher.PERSON : Watcher.NOBODY;
    }
}
