package dev.core7.conformance.benign;

import dev.core7.conformance.run.Verdict;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A correct server that differs from PostHog in one thing.
 *
 * @param name the oddity, as a claim
 * @param warned checks of level SHOULD that may fail, each with the reason
 */
record Variant(
        String name,
        Supplier<World> world,
        Twist twist,
        RealServer.Wire wire,
        Map<String, String> warned,
        Verdict verdict) {
    static Variant of(String name, Twist twist) {
        return new Variant(name, Judged::world, twist, RealServer.Wire.PLAIN, Map.of(), Verdict.CONFORMANT);
    }

    static Variant of(String name, Supplier<World> world) {
        return new Variant(name, world, Twist.NONE, RealServer.Wire.PLAIN, Map.of(), Verdict.CONFORMANT);
    }

    static Variant of(String name, RealServer.Wire wire) {
        return new Variant(name, Judged::world, Twist.NONE, wire, Map.of(), Verdict.CONFORMANT);
    }

    Variant in(Supplier<World> other) {
        return new Variant(name, other, twist, wire, warned, verdict);
    }

    Variant warnedOf(String check, String reason) {
        return new Variant(name, world, twist, wire, Map.of(check, reason), verdict);
    }

    /** Something cannot be proven there, and nothing is blamed. */
    Variant incomplete() {
        return new Variant(name, world, twist, wire, warned, Verdict.INCOMPLETE);
    }

    @Override
    public String toString() {
        return name;
    }
}
