package dev.core7.conformance.cli;

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
    /** Whether a person watches: progress is for terminals, not for logs. */
    boolean isTerminal() {
        return System.console() != null && !environment.containsKey("CI");
    }
}
