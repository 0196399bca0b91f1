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

/** Runs the lanes of a run in parallel. Each lane has its own session, so that lanes do not depend on each other. */
final class LaneScheduler {
    private final Lanes lanes;
    private final Supplier<Session> sessions;
    private final TargetAvailability availability;
    private final Progress progress;
    private final int total;
    private int done;

    /** @param sessions creates a session for each lane, and one for the behaviours after all lanes */
    LaneScheduler(Lanes lanes, Supplier<Session> sessions, TargetAvailability availability, Progress progress) {
        this.lanes = lanes;
        this.sessions = sessions;
        this.availability = availability;
        this.progress = progress;
        this.total = lanes.across().size()
                + lanes.lanes().stream()
                        .mapToInt(
                                lane -> lane.cases().size() + lane.behaviours().size())
                        .sum();
    }

    /**
     * Runs the lanes, at most {@code jobs} at the same time, and then the remaining behaviours. Returns a session with the
     * results of all.
     */
    Session run(int jobs) throws Runner.UnreachableException {
        var all = sessions.get();
        runLanes(jobs).forEach(all::merge);
        run(new Lanes.Lane(List.of(), lanes.across()), all);
        return all;
    }

    private List<Session> runLanes(int jobs) throws Runner.UnreachableException {
        var threads = Executors.newFixedThreadPool(jobs);
        try {
            var running = new ArrayList<Future<Session>>();
            for (Lanes.Lane lane : lanes.lanes()) {
                var session = sessions.get();
                running.add(threads.submit(() -> run(lane, session)));
            }
            var finished = new ArrayList<Session>();
            for (Future<Session> lane : running) {
                finished.add(lane.get());
            }
            return finished;
        } catch (ExecutionException e) {
            throw rethrow(e.getCause());
        } catch (InterruptedException e) {
            availability.end();
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

    private Session run(Lanes.Lane lane, Session session) throws Runner.UnreachableException {
        boolean completed = false;
        try {
            run(lane.cases().stream().filter(c -> !isLastLook(c)).toList(), session);
            for (Behaviour behaviour : lane.behaviours()) {
                var ended = step(behaviour.id());
                if (ended.isEmpty()) {
                    session.run(behaviour);
                } else {
                    session.skip(behaviour, ended.get());
                }
            }
            run(lane.cases().stream().filter(LaneScheduler::isLastLook).toList(), session);
            completed = true;
            return session;
        } finally {
            if (!completed) {
                availability.end();
            }
        }
    }

    private void run(List<Case> cases, Session session) throws Runner.UnreachableException {
        for (Case testCase : cases) {
            var ended = step(testCase.id());
            if (ended.isEmpty()) {
                session.run(testCase);
            } else {
                session.skip(testCase, ended.get());
            }
        }
    }

    private static boolean isLastLook(Case testCase) {
        return testCase.purpose() instanceof Purpose.LastLook;
    }

    /** Reports the next step to the progress. Returns why there is no next step if the run has ended. */
    private synchronized Optional<String> step(String next) {
        var ended = progress.ended();
        if (ended.isEmpty()) {
            progress.step(done++, total, next);
        }
        return ended;
    }
}
