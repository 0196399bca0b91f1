package dev.core7.mock;

import dev.core7.contract.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** What requests prefer to the answer that they would get: by their own {@code Prefer} header, then as all do. */
final class PreferredAnswers {
    private final Preferences everywhere;
    private SplittableRandom chances;

    PreferredAnswers(Preferences everywhere) {
        this.everywhere = everywhere;
        this.chances = new SplittableRandom(everywhere.seed());
    }

    /** Whether no request prefers anything unless it says so. */
    boolean areOfHeadersOnly() {
        return everywhere.isEmpty();
    }

    /** Draws the same chances again as from the start. */
    synchronized void reset() {
        chances = new SplittableRandom(everywhere.seed());
    }

    /** Nothing where the request prefers nothing, as nearly all do. */
    Optional<PreferredAnswer> of(Incoming request, Route route) {
        var operation = route.operation(request.method());
        var all = everywhere.of(operation.map(Operation::id).orElse(""));
        if (all.isEmpty() && request.header(Preference.HEADER) == null) {
            return Optional.empty();
        }
        var preference = drawn(Stream.concat(Stream.of(asked(request)), all.stream()));
        return Optional.of(new PreferredAnswer(preference, operation, seed(preference, request)));
    }

    /** What the request itself prefers and does not get, each with the reason. */
    List<RequestViolation> unknown(Incoming request, Route route) {
        var operation = route.operation(request.method());
        var unknown = new ArrayList<RequestViolation>();
        new PreferredAnswer(asked(request), operation, everywhere.seed())
                .problems()
                .forEach((name, problem) ->
                        unknown.add(Inspector.violation(request, Preference.HEADER + " " + name, problem)));
        return unknown;
    }

    private static Preference asked(Incoming request) {
        return Preference.parse(request.headers(Preference.HEADER));
    }

    private synchronized Preference drawn(Stream<Preference> preferences) {
        return preferences
                .filter(preference -> preference
                        .chance()
                        .map(chance -> chances.nextDouble() < chance)
                        .orElse(true))
                .reduce(Preference.NONE, Preference::orElse);
    }

    /** The same request is answered with the same made-up data. */
    private long seed(Preference preference, Incoming request) {
        long seed = preference.seed().orElse(everywhere.seed());
        return preference.isDynamic() ? 31 * seed + Objects.hash(request.url(), request.text()) : seed;
    }
}
