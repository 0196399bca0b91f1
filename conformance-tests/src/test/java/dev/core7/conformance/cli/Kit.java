package dev.core7.conformance.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;

/** What a run of the command left: its exit code and its streams. */
record Kit(int code, String out, String err) {
    /** Runs in this process. */
    static Kit run(Map<String, String> environment, List<String> arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        int code = Main.run(environment, new PrintWriter(out), new PrintWriter(err), arguments.toArray(String[]::new));
        return new Kit(code, out.toString(), err.toString());
    }

    /** Runs in this process, without any environment variable. */
    static Kit run(String... arguments) {
        return run(Map.of(), List.of(arguments));
    }

    /** The exit code and what was complained of, to compare both at once. */
    String complaint() {
        return code + " " + err;
    }
}
