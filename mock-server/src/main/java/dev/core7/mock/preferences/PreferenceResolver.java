package dev.core7.mock.preferences;

import dev.core7.contract.Operation;
import dev.core7.mock.http.MockRequest;
import dev.core7.mock.routing.Route;
import dev.core7.mock.validation.RequestViolation;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** Determines what a request prefers: by its own {@code Prefer} header, then by the preferences for all requests. */
public final class PreferenceResolver {
    private final Preferences defaults;
    private SplittableRandom chances;

    /** Creates a resolver with preferences for all requests. */
    public PreferenceResolver(Preferences defaults) {
        this.defaults = defaults;
        this.chances = new SplittableRandom(defaults.seed());
    }

    /** Returns whether there are no preferences for all requests. */
    public boolean areInHeadersOnly() {
        return defaults.isEmpty();
    }

    /** Restarts the random numbers that decide on chances. */
    public synchronized void reset() {
        chances = new SplittableRandom(defaults.seed());
    }

    /** Returns what a request prefers; empty if it prefers nothing, as nearly all do. */
    public Optional<PreferredResponse> of(MockRequest request, Route route) {
        var operation = route.operation(request.method());
        var applicable = defaults.of(operation.map(Operation::id).orElse(""));
        if (applicable.isEmpty() && request.header(Preference.HEADER) == null) {
            return Optional.empty();
        }
        var preference = combined(Stream.concat(Stream.of(ownPreference(request)), applicable.stream()));
        return Optional.of(new PreferredResponse(preference, operation, seed(preference, request)));
    }

    /** Returns the preferences in the request's own header that cannot be followed. */
    public List<RequestViolation> violations(MockRequest request, Route route) {
        var operation = route.operation(request.method());
        var violations = new ArrayList<RequestViolation>();
        new PreferredResponse(ownPreference(request), operation, defaults.seed())
                .problems()
                .forEach((name, problem) ->
                        violations.add(RequestViolation.refused(request, Preference.HEADER + " " + name, problem)));
        return violations;
    }

    private static Preference ownPreference(MockRequest request) {
        return Preference.parse(request.headers(Preference.HEADER));
    }

    /** Combines preferences, except those that their chance excludes this time. */
    private synchronized Preference combined(Stream<Preference> preferences) {
        return preferences
                .filter(preference -> preference
                        .chance()
                        .map(chance -> chances.nextDouble() < chance)
                        .orElse(true))
                .reduce(Preference.NONE, Preference::orElse);
    }

    /** Returns a seed that depends on the request, so that the same request gets the same generated data. */
    private long seed(Preference preference, MockRequest request) {
        long seed = preference.seed().orElse(defaults.seed());
        return preference.isDynamic() ? 31 * seed + Objects.hash(request.url(), request.text()) : seed;
    }
}
