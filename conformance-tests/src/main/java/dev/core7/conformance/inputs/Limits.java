package dev.core7.conformance.inputs;

import dev.core7.contract.Schema;
import java.math.BigDecimal;
import java.util.Optional;

/** The limits that a schema declares for numbers. */
final class Limits {
    private Limits() {}

    /** The smallest integer that the schema allows; empty if it declares none. */
    static Optional<BigDecimal> lowest(Schema schema) {
        return number(schema, "minimum")
                .or(() -> number(schema, "exclusiveMinimum").map(limit -> limit.add(BigDecimal.ONE)));
    }

    /** The largest integer that the schema allows; empty if it declares none. */
    static Optional<BigDecimal> highest(Schema schema) {
        return number(schema, "maximum")
                .or(() -> number(schema, "exclusiveMaximum").map(limit -> limit.subtract(BigDecimal.ONE)));
    }

    /** A whole number as an integer, as small as possible; another number as it is. */
    static Object plain(BigDecimal number) {
        if (number.stripTrailingZeros().scale() > 0) {
            return number;
        }
        var whole = number.toBigInteger();
        return whole.bitLength() < Integer.SIZE ? (Object) whole.intValue() : whole;
    }

    private static Optional<BigDecimal> number(Schema schema, String keyword) {
        return schema.keyword(keyword) instanceof Number number
                ? Optional.of(new BigDecimal(number.toString()))
                : Optional.empty();
    }
}
