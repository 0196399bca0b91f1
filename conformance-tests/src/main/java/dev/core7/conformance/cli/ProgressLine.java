package dev.core7.conformance.cli;

import dev.core7.conformance.run.Progress;

/** One line on a terminal that says how far a run has come; nothing where nobody watches. */
final class ProgressLine implements Progress {
    private static final String CLEAR = "\r\u001b[K";

    private final Console console;

    ProgressLine(Console console) {
        this.console = console;
    }

    @Override
    public void step(int done, int total, String next) {
        if (console.isTerminal()) {
            console.err().print(CLEAR + "[" + done + "/" + total + "] " + next);
            console.err().flush();
        }
    }

    /** Clears the line. */
    void end() {
        if (console.isTerminal()) {
            console.err().print(CLEAR);
            console.err().flush();
        }
    }
}
