package dev.core7.mock;

import com.github.tomakehurst.wiremock.http.Request;
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

    /** Draws the same chances again as from the start. */
    synchronized void reset() {
        chances = new SplittableRandom(everywhere.seed());
    }

    /** Nothing where the request prefers nothing, as nearly all do. */
    Optional<PreferredAnswer> of(Request request, Route route) {
        var operation = route.operation(request.getMethod().value());
        var all = everywhere.of(operation.map(Operation::id).orElse(""));
        if (all.isEmpty() && !request.containsHeader(Preference.HEADER)) {
            return Optional.empty();
        }
        var preference = drawn(Stream.concat(Stream.of(asked(request)), all.stream()));
        return Optional.of(new PreferredAnswer(preference, operation, seed(preference, request)));
    }

    /** What the request itself prefers and does not get, each with the reason. */
    List<RequestViolation> unknown(Request request, Route route) {
        var operation = route.operation(request.getMethod().value());
        var unknown = new ArrayList<RequestViolation>();
        new PreferredAnswer(asked(request), operation, everywhere.seed())
                .problems()
                .forEach((name, problem) ->
                        unknown.add(Inspector.violation(request, Preference.HEADER + " " + name, problem)));
        return unknown;
    }

    private static Preference asked(Request request) {
        return request.containsHeader(Preference.HEADER)
                ? Preference.parse(request.header(Preference.HEADER).values())
                : Preference.NONE;
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
    private long seed(Preference preference, Request request) {
        long seed = preference.seed().orElse(everywhere.seed());
        return preference.isDynamic() ? 31 * seed + Objects.hash(request.getUrl(), request.getBodyAsString()) : seed;
    }
}
