package dev.core7.contract;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * A number of more than 40 digits, such as {@code 1e999999999}. It is not a {@link Number}, so that no code computes with it or
 * prints its digits: eleven characters can represent a gigabyte of digits. Ids and counts are never this long.
 */
record HugeNumber(BigDecimal value) {
    /** Writes it as JSON text. */
    static final ValueSerializer<HugeNumber> AS_TEXT = serializer(HugeNumber::writeText);

    /** Writes it into a tree for a validator. */
    static final ValueSerializer<HugeNumber> AS_NODE = serializer(HugeNumber::writeNode);

    /** The maximum number of digits, before and after the decimal point. */
    private static final int MAX_DIGITS = 40;

    /** The maximum number of digits that a validator may print: more than a double needs, whose range RFC 8259 §6 recommends. */
    private static final int MAX_VALIDATED = 1000;

    /** Returns a {@code HugeNumber} if {@code value} is a number with too many digits, otherwise {@code value}. */
    static @Nullable Object limit(@Nullable Object value) {
        if (value instanceof BigDecimal decimal) {
            return limit(decimal, decimal);
        }
        return value instanceof BigInteger integer ? limit(integer, new BigDecimal(integer)) : value;
    }

    private static Object limit(Number number, BigDecimal decimal) {
        var shortest = decimal.stripTrailingZeros();
        if (shortest.signum() == 0) {
            return Math.abs((long) decimal.scale()) > MAX_DIGITS ? BigDecimal.ZERO : number;
        }
        boolean huge = shortest.precision() > MAX_DIGITS || Math.abs((long) shortest.scale()) > MAX_DIGITS;
        return huge ? new HugeNumber(shortest) : number;
    }

    /** Returns the number in scientific notation. */
    @Override
    public String toString() {
        return value.toString();
    }

    private static void writeText(HugeNumber number, JsonGenerator out) {
        out.writeNumber(number.toString());
    }

    /** Writes a number with too many digits as NaN, a node without a JSON type, so that no schema accepts it. */
    private static void writeNode(HugeNumber number, JsonGenerator out) {
        if (Math.abs((long) number.value.scale()) > MAX_VALIDATED) {
            out.writeNumber(Double.NaN);
        } else if (number.value.scale() <= 0) {
            out.writeNumber(number.value.toBigIntegerExact());
        } else {
            out.writeNumber(number.value);
        }
    }

    private static ValueSerializer<HugeNumber> serializer(BiConsumer<HugeNumber, JsonGenerator> write) {
        return new StdSerializer<>(HugeNumber.class) {
            @Override
            public void serialize(HugeNumber number, JsonGenerator out, SerializationContext context) {
                write.accept(number, out);
            }
        };
    }
}
