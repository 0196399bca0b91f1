package dev.core7.conformance.run;

import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.exchange.Purpose;
import dev.core7.conformance.selection.Lanes;
import dev.core7.conformance.spi.Behaviour;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs the lanes of a run in parallel. Each lane has its own execution, so that lanes do not depend on each other. */
final class LaneScheduler {
    private final Lanes lanes;
    private final Supplier<LaneExecution> executions;
    private final TargetAvailability availability;
    private final Progress progress;
    private final int total;
    private int done;

    /** @param executions creates an execution for each lane, and one for the behaviours after all lanes */
    LaneScheduler(Lanes lanes, Supplier<LaneExecution> executions, TargetAvailability availability, Progress progress) {
        this.lanes = lanes;
        this.executions = executions;
        this.availability = availability;
        this.progress = progress;
        this.total = lanes.across().size()
                + lanes.lanes().stream()
                        .mapToInt(
                                lane -> lane.cases().size() + lane.behaviours().size())
                        .sum();
    }

    /**
     * Runs the lanes, at most {@code jobs} at the same time, and then the remaining behaviours. Returns an execution with
     * the results of all.
     */
    LaneExecution run(int jobs) throws Runner.UnreachableException {
        var all = executions.get();
        runLanes(jobs).forEach(all::merge);
        run(new Lanes.Lane(List.of(), lanes.across()), all);
        return all;
    }

    private List<LaneExecution> runLanes(int jobs) throws Runner.UnreachableException {
        var threads = Executors.newFixedThreadPool(jobs);
        try {
            var running = new ArrayList<Future<LaneExecution>>();
            for (Lanes.Lane lane : lanes.lanes()) {
                var execution = executions.get();
                running.add(threads.submit(() -> run(lane, execution)));
            }
            var finished = new ArrayList<LaneExecution>();
            for (Future<LaneExecution> lane : running) {
                finished.add(lane.get());
            }
            return finished;
        } catch (ExecutionException e) {
            throw rethrow(e.getCause());
        } catch (InterruptedException e) {
            availability.stopRun();
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            threads.shutdown();
        }
    }

    private static IllegalStateException rethrow(@Nullable Throwable cause) throws Runner.UnreachableException {
        if (cause instanceof Runner.UnreachableException unreachable) {
            throw unreachable;
        }
        if (cause instanceof RuntimeException exception) {
            throw exception;
        }
        if (cause instanceof Error error) {
            throw error;
        }
        return new IllegalStateException(cause);
    }

    private LaneExecution run(Lanes.Lane lane, LaneExecution execution) throws Runner.UnreachableException {
        boolean completed = false;
        try {
            run(lane.cases().stream().filter(c -> !isLastLook(c)).toList(), execution);
            for (Behaviour behaviour : lane.behaviours()) {
                var stopReason = step(behaviour.id());
                if (stopReason.isEmpty()) {
                    execution.run(behaviour);
                } else {
                    execution.skip(behaviour, stopReason.get());
                }
            }
            run(lane.cases().stream().filter(LaneScheduler::isLastLook).toList(), execution);
            completed = true;
            return execution;
        } finally {
            if (!completed) {
                availability.stopRun();
            }
        }
    }

    private void run(List<Case> cases, LaneExecution execution) throws Runner.UnreachableException {
        for (Case testCase : cases) {
            var stopReason = step(testCase.id());
            if (stopReason.isEmpty()) {
                execution.run(testCase);
            } else {
                execution.skip(testCase, stopReason.get());
            }
        }
    }

    private static boolean isLastLook(Case testCase) {
        return testCase.purpose() instanceof Purpose.LastLook;
    }

    /** Reports the next step to the progress. Returns why there is no next step if the run must stop. */
    private synchronized Optional<String> step(String next) {
        var stopReason = progress.stopReason();
        if (stopReason.isEmpty()) {
            progress.step(done++, total, next);
        }
        return stopReason;
    }
}
