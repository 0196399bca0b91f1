package dev.core7.contract.flow;

import dev.core7.contract.Json;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A scope for tests: a response, and values for inputs and outputs. */
final class TestScope implements Scope {
    private final Map<String, @Nullable Object> values = new HashMap<>();
    private @Nullable Object body;

    /** Returns a scope whose response has a JSON body. */
    static TestScope body(String json) {
        var scope = new TestScope();
        scope.body = json(json);
        return scope;
    }

    /** Sets the value of an input or output; {@code name} is its expression without {@code $}. */
    TestScope with(String name, @Nullable Object value) {
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
