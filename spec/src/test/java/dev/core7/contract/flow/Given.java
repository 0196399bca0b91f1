package dev.core7.contract.flow;

import dev.core7.contract.Json;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A scope as a test sets it up: an answer, and inputs and outputs by their expressions. */
final class Given implements Scope {
    private final Map<String, @Nullable Object> values = new HashMap<>();
    private @Nullable Object body;

    /** An answer with a JSON body. */
    static Given body(String json) {
        var given = new Given();
        given.body = json(json);
        return given;
    }

    /** The same, where an input or output has a value; {@code $} is left out before its name. */
    Given with(String name, @Nullable Object value) {
        values.put(name, value);
        return this;
    }

    static @Nullable Object json(String json) {
        try {
            return Json.parse(json);
        } catch (Json.NotJsonException e) {
            throw new IllegalArgumentException(json, e);
        }
    }

    @Override
    public @Nullable Object input(String name) throws MissingValueException {
        return known("inputs." + name);
    }

    @Override
    public @Nullable Object output(String step, String name) throws MissingValueException {
        return known("steps." + step + ".outputs." + name);
    }

    private @Nullable Object known(String name) throws MissingValueException {
        if (!values.containsKey(name)) {
            throw new MissingValueException("no " + name);
        }
        return values.get(name);
    }

    @Override
    public int status() {
        return 200;
    }

    @Override
    public @Nullable Object body() {
        return body;
    }

    @Override
    public Optional<String> header(String name) {
        return name.equalsIgnoreCase("Content-Type") ? Optional.of("text/csv; charset=utf-8") : Optional.empty();
    }
}
