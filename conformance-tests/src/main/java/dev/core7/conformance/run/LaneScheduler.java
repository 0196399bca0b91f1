package dev.core7.conformance.run;

import dev.core7.conformance.exchange.Case;
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

/** A run while its lanes are played. Each has a session of its own, so that none waits for or looks at another. */
final class LaneScheduler {
    private final Lanes lanes;
    private final Supplier<Session> sessions;
    private final TargetAvailability silence;
    private final Progress progress;
    private final int total;
    private int done;

    /** @param sessions makes a session for each lane, and one for what comes after them */
    LaneScheduler(Lanes lanes, Supplier<Session> sessions, TargetAvailability silence, Progress progress) {
        this.lanes = lanes;
        this.sessions = sessions;
        this.silence = silence;
        this.progress = progress;
        this.total = lanes.across().size()
                + lanes.lanes().stream()
                        .mapToInt(
                                lane -> lane.cases().size() + lane.behaviours().size())
                        .sum();
    }

    /** Plays the lanes, so many at once, then what comes after them; answers a session that has all they brought. */
    Session play(int jobs) throws Runner.UnreachableException {
        var whole = sessions.get();
        playLanes(jobs).forEach(whole::goOnFrom);
        play(new Lanes.Lane(List.of(), lanes.across()), whole);
        return whole;
    }

    private List<Session> playLanes(int jobs) throws Runner.UnreachableException {
        var threads = Executors.newFixedThreadPool(jobs);
        try {
            var playing = new ArrayList<Future<Session>>();
            for (Lanes.Lane lane : lanes.lanes()) {
                var session = sessions.get();
                playing.add(threads.submit(() -> play(lane, session)));
            }
            var played = new ArrayList<Session>();
            for (Future<Session> lane : playing) {
                played.add(lane.get());
            }
            return played;
        } catch (ExecutionException e) {
            throw asItWasThrown(e.getCause());
        } catch (InterruptedException e) {
            silence.end();
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            threads.shutdown();
        }
    }

    private static IllegalStateException asItWasThrown(@Nullable Throwable cause) throws Runner.UnreachableException {
        if (cause instanceof Runner.UnreachableException nobody) {
            throw nobody;
        }
        if (cause instanceof RuntimeException fault) {
            throw fault;
        }
        if (cause instanceof Error error) {
            throw error;
        }
        return new IllegalStateException(cause);
    }

    private Session play(Lanes.Lane lane, Session session) throws Runner.UnreachableException {
        boolean through = false;
        try {
            for (Case each : lane.cases()) {
                var ended = step(each.id());
                if (ended.isEmpty()) {
                    session.play(each);
                } else {
                    session.leave(each, ended.get());
                }
            }
            for (Behaviour behaviour : lane.behaviours()) {
                var ended = step(behaviour.id());
                if (ended.isEmpty()) {
                    session.play(behaviour);
                } else {
                    session.leave(behaviour, ended.get());
                }
            }
            through = true;
            return session;
        } finally {
            if (!through) {
                silence.end();
            }
        }
    }

    /** Tells the progress of the next step; answers why there is none, if the run was ended. */
    private synchronized Optional<String> step(String next) {
        var ended = progress.ended();
        if (ended.isEmpty()) {
            progress.step(done++, total, next);
        }
        return ended;
    }
}
