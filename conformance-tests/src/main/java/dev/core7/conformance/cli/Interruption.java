package dev.core7.conformance.cli;

import dev.core7.conformance.run.Progress;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets a run end in order where Ctrl-C or SIGTERM would end the process: nothing more is judged, what was made is tidied up, the
 * report is written and the process ends with 3. After half a minute it ends in any case; then the ledger knows what is left.
 */
final class Interruption implements Progress, AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Progress told;
    private final Console console;
    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread hook = new Thread(this::interrupt, "interruption");
    private volatile boolean interrupted;

    private Interruption(Progress told, Console console) {
        this.told = told;
        this.console = console;
    }

    /** Waits for a signal from now on, until it is closed. */
    static Interruption of(Progress told, Console console) {
        var interruption = new Interruption(told, console);
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    private void interrupt() {
        interrupted = true;
        console.err().println("kit: interrupted; what was made is tidied up, and the report will be incomplete");
        console.err().flush();
        try {
            over.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        // The code of a process that a signal ends would be another.
        Runtime.getRuntime().halt(Main.INCOMPLETE);
    }

    @Override
    public void step(int done, int total, String next) {
        told.step(done, total, next);
    }

    @Override
    public boolean goesOn() {
        return !interrupted;
    }

    /** The run is over, its report written and told. */
    @Override
    public void close() {
        console.out().flush();
        console.err().flush();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The hook is at work, and ends the process now.
        }
        over.countDown();
    }
}
