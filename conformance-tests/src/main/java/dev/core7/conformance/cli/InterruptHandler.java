package dev.core7.conformance.cli;

import dev.core7.conformance.run.Progress;
import dev.core7.conformance.run.TimeBudget;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets a run end in order where Ctrl-C or SIGTERM would end the process: requests and waits in progress are given up, nothing
 * more is judged, what was made is tidied up, the report is written and the process ends with 3. After half a minute it ends in
 * any case; then the ledger knows what is left.
 */
final class InterruptHandler implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final TimeBudget budget;
    private final Console console;
    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread hook = new Thread(this::interrupt, "interruption");

    private InterruptHandler(TimeBudget budget, Console console) {
        this.budget = budget;
        this.console = console;
    }

    /** Ends the budget of a run when a signal comes, until it is closed. */
    static InterruptHandler of(TimeBudget budget, Console console) {
        var interruption = new InterruptHandler(budget, console);
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    /** A progress that ends the run when a signal comes or the budget is over, and tells {@code told} the steps. */
    Progress progress(Progress told) {
        return budget.progress(told);
    }

    private void interrupt() {
        console.notice("interrupted; what was made is tidied up, and the report will be incomplete");
        budget.interrupt("the run was interrupted: run it again");
        try {
            over.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        // The code of a process that a signal ends would be another.
        Runtime.getRuntime().halt(Main.INCOMPLETE);
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
