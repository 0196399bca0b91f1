package dev.core7.conformance.benign;

import dev.core7.conformance.result.Verdict;
import dev.core7.conformance.run.Report;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A correct server that differs from PostHog in one thing.
 *
 * @param name the oddity, as a claim
 * @param wire how answers travel, where that matters
 * @param flows whether its behaviour is a server's: not where every answer is painted over
 * @param warned checks of level SHOULD that may fail, each with the reason
 */
record Variant(
        String name,
        Supplier<World> world,
        Twist twist,
        Optional<RealServer.Wire> wire,
        boolean flows,
        Map<String, String> warned,
        Verdict verdict) {
    static Variant of(String name, Twist twist) {
        return new Variant(name, Judged::world, twist, Optional.empty(), true, Map.of(), Verdict.CONFORMANT);
    }

    static Variant of(String name, Supplier<World> world) {
        return new Variant(name, world, Twist.NONE, Optional.empty(), true, Map.of(), Verdict.CONFORMANT);
    }

    static Variant of(String name, RealServer.Wire wire) {
        return new Variant(name, Judged::world, Twist.NONE, Optional.of(wire), true, Map.of(), Verdict.CONFORMANT);
    }

    /** The same over real connections. */
    Variant overTheWire() {
        var real = Optional.of(wire.orElse(RealServer.Wire.PLAIN));
        return new Variant(name, world, twist, real, flows, warned, verdict);
    }

    Report judged() {
        return wire.map(w -> Judged.some(world.get(), twist, w))
                .orElseGet(() -> Judged.inside(world.get(), twist, flows));
    }

    /** Answers are painted over: only their shape is a server's. */
    Variant inShapeOnly() {
        return new Variant(name, world, twist, wire, false, warned, verdict);
    }

    Variant in(Supplier<World> other) {
        return new Variant(name, other, twist, wire, flows, warned, verdict);
    }

    Variant warnedOf(String check, String reason) {
        var more = new LinkedHashMap<>(warned);
        more.put(check, reason);
        return new Variant(name, world, twist, wire, flows, more, verdict);
    }

    /** Something cannot be proven there, and nothing is blamed. */
    Variant incomplete() {
        return new Variant(name, world, twist, wire, flows, warned, Verdict.INCOMPLETE);
    }

    @Override
    public String toString() {
        return name;
    }
}
