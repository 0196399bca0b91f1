package dev.core7.mock.posthog;

import dev.core7.contract.Json;
import dev.core7.contract.Schema;
import dev.core7.mock.http.PostHogError;
import dev.core7.mock.routing.KnownIds;
import dev.core7.mock.validation.PythonType;
import dev.core7.mock.validation.RequestBody;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads values as the fields of Django REST Framework do, chosen by the type in the contract. */
final class SerializerFields {
    private static final Set<Object> TRUE = Set.of("t", "y", "yes", "true", "on", "1");
    private static final Set<Object> FALSE = Set.of("f", "n", "no", "false", "off", "0");
    private static final Pattern INTEGER = Pattern.compile("\\s*([+-]?\\d+(?:_\\d+)*)(\\.0*)?\\s*");
    private static final int MAX_INTEGER_LENGTH = 1_000;
    private static final String WRONG_DATE = "Datetime has wrong format. Use one of these formats instead: "
            + "YYYY-MM-DDThh:mm[:ss[.uuuuuu]][+HH:MM|-HH:MM|Z].";

    private SerializerFields() {}

    /** Reads one field of a body that has it. */
    static Reading read(String name, Schema schema, RequestBody body) {
        var types = schema.types();
        if (types.isEmpty() || types.contains("object")) {
            return json(name, schema, body);
        }
        if (types.contains("array")) {
            return list(name, schema, body.isForm() ? body.form().get(name) : body.field(name));
        }
        var value = body.field(name);
        boolean isEmptyNull = "".equals(value) && (body.isForm() || isRelation(schema)) && !isText(schema);
        if (value == null || isEmptyNull && schema.nullable()) {
            return schema.nullable() ? Reading.of(null) : isNull(name);
        }
        if (types.contains("string")) {
            return string(name, schema, value);
        }
        if (types.contains("boolean")) {
            return bool(name, value);
        }
        if (types.contains("number")) {
            return number(name, value);
        }
        return isRelation(schema) ? relation(name, value) : integer(name, value);
    }

    private static boolean isRelation(Schema schema) {
        return schema.flag("x-mock-relation");
    }

    private static boolean isText(Schema schema) {
        return schema.types().contains("string")
                && schema.text("format").isEmpty()
                && (schema.enumeration().isEmpty() || schema.enumeration().contains(""));
    }

    private static Reading isNull(String name) {
        return Reading.refused(null, "null", "This field may not be null.", name);
    }

    private static Reading json(String name, Schema schema, RequestBody body) {
        var value = body.field(name);
        if (body.isForm()) {
            try {
                value = Json.parse(String.valueOf(value));
            } catch (Json.NotJsonException e) {
                return Reading.invalid(value, "Value must be valid JSON.", name);
            }
        }
        if (value == null && schema.flag("x-mock-not-null")) {
            return isNull(name);
        }
        return withStorableTexts(value, name);
    }

    private static Reading withStorableTexts(@Nullable Object value, String name) {
        return Texts.problemIn(value)
                .map(problem -> Reading.invalid(value, problem.detail(), name))
                .orElseGet(() -> Reading.of(value));
    }

    private static Reading string(String name, Schema schema, Object value) {
        if (!schema.enumeration().isEmpty()) {
            return choice(name, schema, value);
        }
        String format = schema.text("format").orElse("");
        if (format.equals("date-time")) {
            return time(name, value);
        }
        if (format.equals("uuid")) {
            return MemberBodies.uuid(value.toString())
                    .map(Reading::of)
                    .orElseGet(() -> Reading.invalid(value, "Must be a valid UUID.", name));
        }
        var text = text(name, value, schema.keyword("maxLength") instanceof Integer limit ? limit : Integer.MAX_VALUE);
        return schema.keyword("minLength") == null ? text : notBlank(text, name);
    }

    private static Reading choice(String name, Schema schema, Object value) {
        String text = String.valueOf(value);
        boolean isKnown = !(value instanceof Boolean)
                && (schema.enumeration().contains(text)
                        || schema.keyword("x-mock-refused") instanceof Map<?, ?> refused && refused.containsKey(text));
        return isKnown
                ? Reading.of(text)
                : Reading.refused(value, "invalid_choice", "\"" + text + "\" is not a valid choice.", name);
    }

    private static Reading time(String name, Object value) {
        Optional<Instant> time = value instanceof String text ? DjangoTime.parse(text) : Optional.empty();
        if (time.isEmpty()) {
            return Reading.invalid(value, WRONG_DATE, name);
        }
        return DjangoTime.isInRange(time.get())
                ? Reading.of(DjangoTime.normalized(value.toString(), time.get()))
                : Reading.refused(value, "overflow", "Datetime value out of range.", name);
    }

    private static Reading text(String name, Object value, int limit) {
        if (value instanceof Boolean || value instanceof Map || value instanceof List) {
            return Reading.invalid(value, "Not a valid string.", name);
        }
        String text = Texts.strip(value.toString());
        if (text.codePointCount(0, text.length()) > limit) {
            return Reading.refused(
                    value, "max_length", "Ensure this field has no more than " + limit + " characters.", name);
        }
        return Texts.problem(text)
                .map(problem -> Reading.refused(value, problem.code(), problem.detail(), name))
                .orElseGet(() -> Reading.of(text));
    }

    private static Reading notBlank(Reading text, String name) {
        return "".equals(text.value()) && text.error().isEmpty()
                ? Reading.refused("", "blank", "This field may not be blank.", name)
                : text;
    }

    private static Reading bool(String name, Object value) {
        if (value instanceof Boolean) {
            return Reading.of(value);
        }
        String text = value instanceof BigDecimal number
                        && number.stripTrailingZeros().scale() <= 0
                ? number.toBigInteger().toString()
                : value.toString().toLowerCase(Locale.ROOT);
        if (TRUE.contains(text)) {
            return Reading.of(true);
        }
        return FALSE.contains(text) ? Reading.of(false) : Reading.invalid(value, "Must be a valid boolean.", name);
    }

    private static Reading number(String name, Object value) {
        try {
            return value instanceof Boolean || value.toString().length() > MAX_INTEGER_LENGTH
                    ? Reading.invalid(value, "A valid number is required.", name)
                    : Reading.of(new BigDecimal(Texts.strip(value.toString())));
        } catch (NumberFormatException e) {
            return Reading.invalid(value, "A valid number is required.", name);
        }
    }

    private static Reading integer(String name, Object value) {
        var number = value instanceof Boolean || value.toString().length() > MAX_INTEGER_LENGTH
                ? Optional.<BigInteger>empty()
                : number(value.toString());
        return number.map(SerializerFields::stored)
                .orElseGet(() -> Reading.invalid(value, "A valid integer is required.", name));
    }

    /** Reads a number as Python's {@code int} does, with a fraction of zeros. */
    static Optional<BigInteger> number(String text) {
        var parts = INTEGER.matcher(text);
        return parts.matches() ? Optional.of(new BigInteger(parts.group(1).replace("_", ""))) : Optional.empty();
    }

    private static Reading stored(BigInteger number) {
        return Reading.of(number.bitLength() < Integer.SIZE ? (Object) number.intValue() : number);
    }

    private static Reading relation(String name, Object value) {
        var number = value instanceof BigDecimal decimal
                ? Optional.of(decimal.toBigInteger())
                : value instanceof String text && text.contains(".") || value instanceof Boolean
                        ? Optional.<BigInteger>empty()
                        : number(value.toString());
        if (number.isEmpty()) {
            return Reading.refused(
                    value,
                    "incorrect_type",
                    "Incorrect type. Expected pk value, received " + PythonType.of(value) + ".",
                    name);
        }
        return KnownIds.isUnknown(number.get())
                ? Reading.refused(
                        value, "does_not_exist", "Invalid pk \"" + value + "\" - object does not exist.", name)
                : stored(number.get());
    }

    private static Reading list(String name, Schema schema, @Nullable Object value) {
        if (value == null) {
            return isNull(name);
        }
        if (!(value instanceof List<?> list)) {
            return Reading.refused(
                    value,
                    "not_a_list",
                    "Expected a list of items but got type \"" + PythonType.of(value) + "\".",
                    name);
        }
        var items = new ArrayList<@Nullable Object>();
        boolean ofIntegers =
                schema.items().filter(item -> item.types().contains("integer")).isPresent();
        for (int i = 0; i < list.size(); i++) {
            var item = list.get(i);
            String attr = name + "__" + i;
            var reading = item == null
                    ? isNull(attr)
                    : ofIntegers ? integer(attr, item) : notBlank(text(attr, item, Integer.MAX_VALUE), attr);
            if (reading.error().isPresent()) {
                return new Reading(value, reading.error());
            }
            items.add(reading.value());
        }
        return Reading.of(items);
    }

    /** Returns the error for a number that refers to no object, reported for a field that is not a relation. */
    static Optional<PostHogError> unknownReference(String name, Schema schema, @Nullable Object value) {
        var fixture = schema.text("x-fixture");
        boolean isUnknown = fixture.isPresent()
                && !isRelation(schema)
                && value != null
                && number(value.toString()).filter(KnownIds::isUnknown).isPresent();
        if (!isUnknown) {
            return Optional.empty();
        }
        String kind = fixture.get().replaceFirst("s$", "");
        return Optional.of(PostHogError.invalid(
                "invalid_input",
                kind.substring(0, 1).toUpperCase(Locale.ROOT) + kind.substring(1) + " not found.",
                name));
    }
}
