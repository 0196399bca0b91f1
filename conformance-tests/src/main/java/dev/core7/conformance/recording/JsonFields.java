package dev.core7.conformance.recording;

import dev.core7.contract.InputException;
import dev.core7.contract.Json;
import dev.core7.contract.JsonPointer;
import dev.core7.contract.JsonValues;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads the required fields of a JSON object in a file of a run. The file may have been edited or truncated: every method
 * throws an {@link InputException} with the file and the JSON Pointer if a field is missing or has another type.
 */
public final class JsonFields {
    private final String messagePrefix;
    private final String pointer;
    private final Map<?, ?> map;

    private JsonFields(String messagePrefix, String pointer, Map<?, ?> map) {
        this.messagePrefix = messagePrefix;
        this.pointer = pointer;
        this.map = map;
    }

    /**
     * Parses a JSON object.
     *
     * @param place the file, with the line if it has one object per line
     * @param messagePrefix the beginning of every error message, after the file
     */
    public static JsonFields parse(String json, String place, String messagePrefix) {
        var whole = new JsonFields(place + ": " + messagePrefix + ": ", "", Map.of());
        try {
            return whole.object("", Json.parse(json));
        } catch (Json.NotJsonException e) {
            throw whole.problem(String.valueOf(e.getMessage()));
        }
    }

    /** The object with that name. */
    public JsonFields below(String name) {
        return object(child(name), required(name));
    }

    /** The objects in the list with that name. */
    public List<JsonFields> objects(String name) {
        var objects = new ArrayList<JsonFields>();
        for (Object item : list(child(name), required(name))) {
            objects.add(object(JsonPointer.child(child(name), objects.size()), item));
        }
        return objects;
    }

    /** The text with that name. */
    public String text(String name) {
        return text(child(name), required(name));
    }

    /** Whether there is a field with that name. */
    public boolean has(String name) {
        return map.containsKey(name);
    }

    /** The text with that name; empty if it is missing or null. */
    public Optional<String> optionalText(String name) {
        return Optional.ofNullable(map.get(name)).map(value -> text(child(name), value));
    }

    /** The texts in the list with that name. */
    public List<String> texts(String name) {
        return texts(child(name), required(name));
    }

    /** All fields by name; all of them must be texts. */
    public Map<String, String> allTexts() {
        var all = new LinkedHashMap<String, String>();
        map.keySet().forEach(name -> all.put(name.toString(), text(name.toString())));
        return all;
    }

    /** All fields by name; all of them must be lists of texts. */
    public Map<String, List<String>> allLists() {
        var all = new LinkedHashMap<String, List<String>>();
        map.keySet().forEach(name -> all.put(name.toString(), texts(name.toString())));
        return all;
    }

    /** The text with that name, parsed by {@code parser}. */
    public <T> T parsed(String name, Function<String, T> parser) {
        var text = text(name);
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw problem(name, "is " + JsonValues.describe(text) + ", which is not a valid value here");
        }
    }

    /** The text with that name, parsed by {@code parser}; empty if it is missing or null. */
    public <T> Optional<T> optionalParsed(String name, Function<String, T> parser) {
        return optionalText(name).map(text -> parsed(name, parser));
    }

    /** The integer with that name. */
    public int number(String name) {
        return typed(child(name), required(name), Integer.class, "a whole number");
    }

    /** The number with that name, without loss of precision. */
    public BigDecimal decimal(String name) {
        return new BigDecimal(String.valueOf(typed(child(name), required(name), Number.class, "a number")));
    }

    /** The boolean with that name. */
    public boolean flag(String name) {
        return typed(child(name), required(name), Boolean.class, "true or false");
    }

    /** The exception for a field with an invalid value; {@code what} follows its JSON Pointer in the message. */
    public InputException problem(String name, String what) {
        return problem(child(name) + " " + what);
    }

    private InputException problem(String what) {
        return new InputException(TerminalText.of(messagePrefix + what));
    }

    private String child(String name) {
        return JsonPointer.child(pointer, name);
    }

    private @Nullable Object required(String name) {
        if (!map.containsKey(name)) {
            throw problem(name, "is missing");
        }
        return map.get(name);
    }

    private JsonFields object(String at, @Nullable Object value) {
        return new JsonFields(messagePrefix, at, typed(at, value, Map.class, "an object"));
    }

    private List<?> list(String at, @Nullable Object value) {
        return typed(at, value, List.class, "a list");
    }

    private String text(String at, @Nullable Object value) {
        return typed(at, value, String.class, "a text");
    }

    private List<String> texts(String at, @Nullable Object value) {
        var texts = new ArrayList<String>();
        for (Object item : list(at, value)) {
            texts.add(text(JsonPointer.child(at, texts.size()), item));
        }
        return texts;
    }

    private <T> T typed(String at, @Nullable Object value, Class<T> type, String wanted) {
        if (!type.isInstance(value)) {
            throw problem((at.isEmpty() ? "it" : at) + " is " + JsonValues.describe(value) + ", not " + wanted);
        }
        return type.cast(value);
    }

    /** The fields in the format of a map. */
    @Override
    public String toString() {
        return map.toString();
    }
}
