package dev.core7.conformance.benign;

import java.util.Optional;
import java.util.concurrent.Exchanger;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A server that makes a mistake with two requests that arrive at the same time. Each request waits for a second one for a limited
 * time, so the mistake does not depend on the speed of the machine.
 */
final class MixedUp implements Twist {
    private final Exchanger<Ask> requests = new Exchanger<>();
    private final Predicate<Ask> which;
    private final int limitMs;
    private final Mistake mistake;

    /** What a request gets if another one arrives at the same time. */
    @FunctionalInterface
    private interface Mistake {
        Reply answer(Ask own, Ask other, Function<Ask, Reply> next);
    }

    private MixedUp(Predicate<Ask> which, int limitMs, Mistake mistake) {
        this.which = which;
        this.limitMs = limitMs;
        this.mistake = mistake;
    }

    /** Two requests for different objects get the response of the other one. */
    static Twist crosswise(String method) {
        return new MixedUp(
                ask -> ask.isFor(method, "annotations", 5),
                50,
                (own, other, next) -> next.apply(own.id().equals(other.id()) ? own : other));
    }

    /** Two creates get the same object in their responses. */
    static Twist oneObject() {
        var replies = new Exchanger<Reply>();
        return new MixedUp(
                ask -> ask.isFor("POST", "annotations", 4) && ask.text().matches(".*-[01]\".*"),
                300,
                (own, other, next) -> {
                    var reply = next.apply(own);
                    var second = meet(replies, reply, 300).orElse(reply);
                    return own.text().compareTo(other.text()) < 0 ? reply : second;
                });
    }

    /** One of two members that are added at the same time is lost. */
    static Twist lostMember() {
        return new MixedUp(
                ask -> ask.isFor("PATCH", "cohorts", 6) && !ask.text().contains(","),
                150,
                (own, other, next) -> own.text().compareTo(other.text()) > 0
                        ? Reply.json(200, Reply.object("success", true))
                        : next.apply(own));
    }

    /** An object is missing while it is updated. */
    static Twist missing() {
        return new MixedUp(
                ask -> ask.isFor("GET", "annotations", 5) || ask.isFor("PATCH", "annotations", 5),
                50,
                (own, other, next) ->
                        own.method().equals("GET") && other.method().equals("PATCH")
                                ? next.apply(own.withPath(4, "987654321"))
                                : next.apply(own));
    }

    @Override
    public Reply answer(Ask ask, Function<Ask, Reply> next) {
        return which.test(ask)
                ? meet(requests, ask, limitMs)
                        .map(other -> mistake.answer(ask, other, next))
                        .orElseGet(() -> next.apply(ask))
                : next.apply(ask);
    }

    private static <T> Optional<T> meet(Exchanger<T> exchanger, T own, int limitMs) {
        try {
            return Optional.of(exchanger.exchange(own, limitMs, TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
