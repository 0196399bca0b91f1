package dev.core7.conformance.benign;

import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the fields of a request body into an object as Django REST Framework does: the first that is wrong is told. */
final class Fields {
    private final Map<String, @Nullable Object> sent;
    private final Map<String, @Nullable Object> object;

    Fields(Map<String, @Nullable Object> sent, Map<String, @Nullable Object> object) {
        this.sent = sent;
        this.object = object;
    }

    boolean has(String name) {
        return sent.containsKey(name);
    }

    @Nullable
    Object get(String name) {
        return sent.get(name);
    }

    Fields text(String name, int limit, boolean nullable) {
        if (isThere(name, nullable)) {
            var value = sent.get(name);
            if (value instanceof Map || value instanceof List || value instanceof Boolean) {
                throw Refused.invalid("invalid_input", name);
            }
            if (String.valueOf(value).length() > limit) {
                throw Refused.invalid("max_length", name);
            }
            keep(name, String.valueOf(value).strip());
        }
        return this;
    }

    Fields dateTime(String name) {
        if (isThere(name, true)) {
            try {
                keep(name, utc(OffsetDateTime.parse(String.valueOf(sent.get(name)))));
            } catch (DateTimeParseException e) {
                throw Refused.invalid("invalid_input", name);
            }
        }
        return this;
    }

    Fields flag(String name) {
        if (isThere(name, false)) {
            var text = String.valueOf(sent.get(name));
            if (!Set.of("true", "false", "True", "False", "1", "0").contains(text)) {
                throw Refused.invalid("invalid_input", name);
            }
            keep(name, Set.of("true", "True", "1").contains(text));
        }
        return this;
    }

    Fields choice(String name, Set<String> values, boolean nullable) {
        if (isThere(name, nullable)) {
            if (!values.contains(String.valueOf(sent.get(name)))) {
                throw Refused.invalid("invalid_choice", name);
            }
            keep(name, sent.get(name));
        }
        return this;
    }

    /** Nothing that could be named exists. */
    Fields related(String name) {
        if (isThere(name, true)) {
            boolean number = sent.get(name) instanceof Number;
            throw Refused.invalid(number ? "does_not_exist" : "incorrect_type", name);
        }
        return this;
    }

    Fields list(String name) {
        if (isThere(name, false) && !(sent.get(name) instanceof List)) {
            throw Refused.invalid("not_a_list", name);
        }
        return this;
    }

    Fields any(String name) {
        if (has(name)) {
            keep(name, sent.get(name));
        }
        return this;
    }

    /** Whether there is a value; null is kept where it may be one. */
    private boolean isThere(String name, boolean nullable) {
        if (!has(name)) {
            return false;
        }
        if (sent.get(name) == null) {
            if (!nullable) {
                throw Refused.invalid("null", name);
            }
            keep(name, null);
            return false;
        }
        return true;
    }

    /** Write-only fields are checked, and not kept. */
    private void keep(String name, @Nullable Object value) {
        if (!name.startsWith("_")) {
            object.put(name, value);
        }
    }

    static String utc(OffsetDateTime time) {
        return time.toInstant().truncatedTo(ChronoUnit.MICROS).toString();
    }

    static String now() {
        return utc(OffsetDateTime.now());
    }
}
