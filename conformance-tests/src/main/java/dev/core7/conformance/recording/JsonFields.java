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
 * The fields of a JSON object in a file that a run has left, each of which has to be there in its type. Such a file may have been
 * edited or cut short: every method throws an {@link InputException} that names the file and the place in it.
 */
public final class JsonFields {
    private final String complaint;
    private final String pointer;
    private final Map<?, ?> map;

    private JsonFields(String complaint, String pointer, Map<?, ?> map) {
        this.complaint = complaint;
        this.pointer = pointer;
        this.map = map;
    }

    /**
     * The fields of the object that {@code json} is.
     *
     * @param place the file, and the line where it has an object on each
     * @param complaint what is to be said of it where something in it is wrong
     */
    public static JsonFields parse(String json, String place, String complaint) {
        var whole = new JsonFields(place + ": " + complaint + ": ", "", Map.of());
        try {
            return whole.object("", Json.parse(json));
        } catch (Json.NotJsonException e) {
            throw whole.problem(String.valueOf(e.getMessage()));
        }
    }

    /** The object of that name. */
    public JsonFields below(String name) {
        return object(child(name), need(name));
    }

    /** The objects in the list of that name. */
    public List<JsonFields> objects(String name) {
        var objects = new ArrayList<JsonFields>();
        for (Object each : list(child(name), need(name))) {
            objects.add(object(JsonPointer.child(child(name), objects.size()), each));
        }
        return objects;
    }

    /** The text of that name. */
    public String text(String name) {
        return text(child(name), need(name));
    }

    /** Whether there is a field of that name. */
    public boolean has(String name) {
        return map.containsKey(name);
    }

    /** The text of that name; empty where there is none, or null. */
    public Optional<String> optionalText(String name) {
        return Optional.ofNullable(map.get(name)).map(value -> text(child(name), value));
    }

    /** The texts in the list of that name. */
    public List<String> texts(String name) {
        return texts(child(name), need(name));
    }

    /** Every field by its name, all of them texts. */
    public Map<String, String> allTexts() {
        var all = new LinkedHashMap<String, String>();
        map.keySet().forEach(name -> all.put(name.toString(), text(name.toString())));
        return all;
    }

    /** Every field by its name, all of them lists of texts. */
    public Map<String, List<String>> allLists() {
        var all = new LinkedHashMap<String, List<String>>();
        map.keySet().forEach(name -> all.put(name.toString(), texts(name.toString())));
        return all;
    }

    /** What the text of that name says, where {@code parser} takes it. */
    public <T> T parsed(String name, Function<String, T> parser) {
        var text = text(name);
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw problem(name, "is " + JsonValues.describe(text) + ", which says nothing there");
        }
    }

    /** The whole number of that name. */
    public int number(String name) {
        return typed(child(name), need(name), Integer.class, "a whole number");
    }

    /** The number of that name, to the last digit. */
    public BigDecimal decimal(String name) {
        return new BigDecimal(String.valueOf(typed(child(name), need(name), Number.class, "a number")));
    }

    /** Whether the field of that name is true. */
    public boolean flag(String name) {
        return typed(child(name), need(name), Boolean.class, "true or false");
    }

    /** What is to be thrown where a field is of its type, but cannot be: {@code what} goes on after its place. */
    public InputException problem(String name, String what) {
        return problem(child(name) + " " + what);
    }

    private InputException problem(String what) {
        return new InputException(TerminalText.of(complaint + what));
    }

    private String child(String name) {
        return JsonPointer.child(pointer, name);
    }

    private @Nullable Object need(String name) {
        if (!map.containsKey(name)) {
            throw problem(name, "is missing");
        }
        return map.get(name);
    }

    private JsonFields object(String at, @Nullable Object value) {
        return new JsonFields(complaint, at, typed(at, value, Map.class, "an object"));
    }

    private List<?> list(String at, @Nullable Object value) {
        return typed(at, value, List.class, "a list");
    }

    private String text(String at, @Nullable Object value) {
        return typed(at, value, String.class, "a text");
    }

    private List<String> texts(String at, @Nullable Object value) {
        var texts = new ArrayList<String>();
        for (Object each : list(at, value)) {
            texts.add(text(JsonPointer.child(at, texts.size()), each));
        }
        return texts;
    }

    private <T> T typed(String at, @Nullable Object value, Class<T> type, String wanted) {
        if (!type.isInstance(value)) {
            throw problem((at.isEmpty() ? "it" : at) + " is " + JsonValues.describe(value) + ", not " + wanted);
        }
        return type.cast(value);
    }

    /** The fields as a plain map is shown. */
    @Override
    public String toString() {
        return map.toString();
    }
}
