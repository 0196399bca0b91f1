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
 * A number of more than 40 digits, such as {@code 1e999999999}. It is no {@link Number}, so that nothing computes with it or
 * writes its digits out: eleven characters can stand for a gigabyte of them. No id or count is one.
 */
record HugeNumber(BigDecimal value) {
    /** Writes it as JSON text. */
    static final ValueSerializer<HugeNumber> AS_TEXT = serializer(HugeNumber::writeText);

    /** Writes it into a tree for a validator. */
    static final ValueSerializer<HugeNumber> AS_NODE = serializer(HugeNumber::writeNode);

    /** How many digits a number may have, before and after its decimal point. */
    private static final int MAX_DIGITS = 40;

    /** How many digits a validator may write out: more than any double needs, the range that RFC 8259 §6 recommends. */
    private static final int MAX_VALIDATED = 1000;

    /** The number itself, or a {@code HugeNumber} if it has too many digits; any other value is returned unchanged. */
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

    /** The number in scientific notation. */
    @Override
    public String toString() {
        return value.toString();
    }

    private static void writeText(HugeNumber number, JsonGenerator out) {
        out.writeNumber(number.toString());
    }

    /** Writes a number that would take too many digits as NaN, a node of no JSON type, so that no schema accepts it. */
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
