package dev.core7.conformance.cli;

import dev.core7.conformance.run.Runner;
import java.io.PrintWriter;
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

    /** Whether a person watches: progress is for terminals, not for logs. */
    boolean isTerminal() {
        return System.console() != null && !environment.containsKey("CI");
    }
}
