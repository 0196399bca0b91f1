package dev.core7.conformance.inputs;

import dev.core7.contract.Schema;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Values that a schema forbids: another type, null, no value of an enumeration or format, a listed value in another case, beyond a
 * limit; and unusual numbers.
 */
public final class InvalidValues {
    /** One more than the largest signed integer of 32 bits. */
    public static final BigInteger BEYOND_32_BITS = BigInteger.ONE.shiftLeft(31);

    /** One more than the largest signed integer of 64 bits. */
    public static final BigInteger BEYOND_64_BITS = BigInteger.ONE.shiftLeft(63);

    /** Longer arrays are not sent. */
    private static final int MAX_ITEMS = 100;

    private InvalidValues() {}

    /** The defects of a field, each with another name; empty if the schema allows any JSON, or forbids made-up values. */
    public static List<Defect> of(Schema field) {
        var types = field.types();
        if (types.isEmpty() || field.text("x-never-send").isPresent()) {
            return List.of();
        }
        var defects = new ArrayList<Defect>();
        defects.add(
                Defect.of("type", "of the wrong type", types.contains("object") ? "no-object" : Map.of("no", "such")));
        defects.add(Defect.of("null", "set to null", null));
        if (!field.enumeration().isEmpty() || field.text("format").isPresent()) {
            defects.add(Defect.of("value", "set to an invalid value", "no-such-value"));
        }
        field.enumeration().stream()
                .flatMap(value -> otherCase(field, value).stream())
                .findFirst()
                .ifPresent(defects::add);
        if (field.keyword("maxLength") instanceof Integer length) {
            defects.add(Defect.of("length", "longer than allowed", "x".repeat(length + 1))
                    .with(Defect.Verdict.REFUSE_LENGTH));
        }
        if (field.keyword("minLength") instanceof Integer length && length > 0) {
            defects.add(Defect.of("short", "shorter than allowed", "x".repeat(length - 1)));
        }
        if (field.text("format").filter("date-time"::equals).isPresent()) {
            defects.add(Defect.of("range", "set to a day that does not exist", "2026-02-30T00:00:00Z"));
        }
        addArrays(field, defects);
        defects.removeIf(defect -> field.violations(defect.value()).isEmpty());
        if (types.contains("integer") || types.contains("number")) {
            addNumbers(field, defects);
        }
        return defects;
    }

    /** A value of an enumeration in another case, unless that is listed too or the value has no case. */
    public static Optional<Defect> otherCase(Schema field, @Nullable Object value) {
        var listed = field.flag("x-case-sensitive") && field.keyword("x-extensible-enum") instanceof List<?> known
                ? known
                : field.enumeration();
        return Optional.ofNullable(value)
                .filter(listed::contains)
                .flatMap(text -> otherCase(text.toString()))
                .filter(other -> !listed.contains(other))
                .map(other -> Defect.of("case", "set to a listed value in another case", other));
    }

    /** A text in upper case, or in lower case if it is in upper case; empty if it has no case. */
    public static Optional<String> otherCase(String text) {
        String upper = text.toUpperCase(Locale.ROOT);
        return Optional.of(upper.equals(text) ? text.toLowerCase(Locale.ROOT) : upper)
                .filter(other -> !other.equals(text));
    }

    private static void addArrays(Schema field, List<Defect> defects) {
        if (field.keyword("minItems") instanceof Integer min && min > 0) {
            defects.add(Defect.of("empty", "set to an empty list", List.of()));
        }
        var item = field.items().map(LegalValues::of).filter(items -> !items.isEmpty());
        if (field.keyword("maxItems") instanceof Integer max && max < MAX_ITEMS && item.isPresent()) {
            var items = new ArrayList<Object>();
            for (int i = 0; i <= max; i++) {
                items.add(item.get().get(i % item.get().size()));
            }
            defects.add(Defect.of("items", "set to a list with too many items", items));
        }
    }

    /** A number that the schema does not forbid may be accepted. */
    private static void addNumbers(Schema field, List<Defect> defects) {
        var numbers = new ArrayList<Defect>();
        Limits.lowest(field)
                .ifPresent(limit -> numbers.add(
                        Defect.of("below", "below its minimum", Limits.plain(limit.subtract(BigDecimal.ONE)))));
        Limits.highest(field)
                .ifPresent(limit ->
                        numbers.add(Defect.of("above", "above its maximum", Limits.plain(limit.add(BigDecimal.ONE)))));
        numbers.add(Defect.of("negative", "set to a negative number", -1));
        numbers.add(Defect.of("huge", "set to a number beyond 32 bits", BEYOND_32_BITS));
        numbers.add(Defect.of("beyond-64-bits", "set to a number beyond 64 bits", BEYOND_64_BITS));
        for (Defect number : numbers) {
            boolean known = defects.stream()
                    .anyMatch(other -> String.valueOf(other.value()).equals(String.valueOf(number.value())));
            if (!known) {
                defects.add(
                        field.violations(number.value()).isEmpty()
                                ? number.with(Defect.Verdict.REFUSE_OR_ACCEPT)
                                : number);
            }
        }
    }
}
