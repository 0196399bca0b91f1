package dev.core7.conformance.cli;

import dev.core7.conformance.run.Progress;
import dev.core7.conformance.run.TimeBudget;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ends a run in an orderly way on Ctrl-C or SIGTERM: cancels requests and waits in progress, cleans up, writes the report, and exits
 * with code 3. Exits after 30 seconds in any case; the ledger then lists the remaining objects.
 */
final class InterruptHandler implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final TimeBudget budget;
    private final Console console;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread hook = new Thread(this::interrupt, "interruption");

    private InterruptHandler(TimeBudget budget, Console console) {
        this.budget = budget;
        this.console = console;
    }

    /** Returns a handler that ends the budget of a run on a signal, until it is closed. */
    static InterruptHandler of(TimeBudget budget, Console console) {
        var handler = new InterruptHandler(budget, console);
        Runtime.getRuntime().addShutdownHook(handler.hook);
        return handler;
    }

    /** Returns a progress that ends the run on a signal or when the budget is used up, and forwards the steps to {@code next}. */
    Progress progress(Progress next) {
        return budget.progress(next);
    }

    private void interrupt() {
        console.notice("interrupted: removing created objects; the report will be incomplete");
        budget.interrupt("the run was interrupted: run it again");
        try {
            closed.await(LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        // Without halt, the signal would determine the exit code.
        Runtime.getRuntime().halt(Main.INCOMPLETE);
    }

    /** Stops handling signals after the report was written and printed. */
    @Override
    public void close() {
        console.out().flush();
        console.err().flush();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The hook is running and will end the process.
        }
        closed.countDown();
    }
}
