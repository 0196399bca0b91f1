package dev.core7.mock.data;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.random.RandomGenerator;

/** Generates random numbers within the bounds of a schema. */
record NumberGenerator(RandomGenerator random) {
    /** The size of the range if one bound is missing; large enough for distinct ids. */
    private static final BigDecimal RANGE = BigDecimal.valueOf(10_000);

    private static final int MAX_SCALE = 3;

    /** Returns a random integer. */
    BigInteger integer(SchemaFacets facets) {
        return stepped(facets, facets.bound("multipleOf").orElse(BigDecimal.ONE).max(BigDecimal.ONE))
                .toBigInteger();
    }

    /** Returns a random number. */
    BigDecimal decimal(SchemaFacets facets) {
        return facets.bound("multipleOf")
                .map(step -> stepped(facets, step))
                .orElseGet(() -> stepped(facets, BigDecimal.ONE.movePointLeft(random.nextInt(MAX_SCALE + 1))));
    }

    /** Returns a multiple of the step; it may be an excluded bound, or out of bounds if no multiple lies between them. */
    private BigDecimal stepped(SchemaFacets facets, BigDecimal step) {
        var min = facets.bound("minimum").or(() -> facets.bound("exclusiveMinimum"));
        var max = facets.bound("maximum").or(() -> facets.bound("exclusiveMaximum"));
        var low = min.orElseGet(() -> max.map(bound -> bound.subtract(RANGE))
                .filter(bound -> bound.signum() > 0 || max.get().signum() < 0)
                .orElse(BigDecimal.ZERO));
        var high = max.orElseGet(() -> low.max(BigDecimal.ZERO).add(RANGE));
        var first = low.divide(step, 0, RoundingMode.CEILING);
        var last = high.divide(step, 0, RoundingMode.FLOOR).max(first);
        long steps = last.subtract(first).longValue();
        return first.add(BigDecimal.valueOf(random.nextLong(steps + 1))).multiply(step);
    }
}
