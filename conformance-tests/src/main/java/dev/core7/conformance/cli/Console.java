package dev.core7.conformance.cli;

import dev.core7.conformance.run.Runner;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What surrounds a command.
 *
 * @param environment the environment variables
 * @param out where results go
 * @param err where complaints and progress go
 */
record Console(Map<String, String> environment, PrintWriter out, PrintWriter err) {
    /** Complains that nobody answers at {@code url}, and answers the exit code of that. */
    int unreachable(String url, Runner.UnreachableException e) {
        err.println("kit: " + url + " cannot be reached: " + e.getMessage()
                + "; nothing was judged, start the server or correct url in the target file");
        return Main.INCOMPLETE;
    }

    /** Tells the user something while a command goes on. */
    void notice(String text) {
        err.println("kit: " + text);
        err.flush();
    }

    /** Tells how to remove what a run has created if it ended before it could. */
    void ledgerHint(Path ledger) {
        notice("what the run has created may still be on the server: kit cleanup " + ledger + " --target FILE");
    }

    /**
     * Prints what of a run could not be written.
     *
     * @return the exit code: {@code code} if everything was written
     */
    int unwritten(List<String> problems, int code) {
        problems.forEach(problem -> err.println("kit: " + problem));
        return problems.isEmpty() ? code : Main.INCOMPLETE;
    }

    /** Who reads what is told of a run while it lasts. */
    enum Watcher {
        /** Somebody at a terminal. */
        PERSON,
        /** The log of a CI. */
        CI,
        /** Nobody. */
        NOBODY
    }

    /** The watcher; every CI sets the variable {@code CI}. */
    Watcher watcher() {
        if (environment.containsKey("CI")) {
            return Watcher.CI;
        }
        return System.console() != null ? Watcher.PERSON : Watcher.NOBODY;
    }
}
