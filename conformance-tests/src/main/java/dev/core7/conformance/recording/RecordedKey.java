package dev.core7.conformance.recording;

import dev.core7.conformance.target.Key;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** A key of the target, in the JSON format of {@code report.json} and {@code shard.json}: everything except its value. */
public final class RecordedKey {
    /** The value of every key that is read from a file. */
    private static final String VALUE = "recorded";

    private static final String CASELESS_VALUE = "0000000000";

    private RecordedKey() {}

    /** Returns the key as JSON. */
    public static Map<String, Object> json(Key key) {
        var json = new LinkedHashMap<String, Object>();
        json.put("name", key.name());
        json.put("scopes", key.scopes().stream().sorted().toList());
        key.project().ifPresent(project -> json.put("project", project));
        key.user().ifPresent(user -> json.put("user", user));
        json.put("variable", key.variable());
        json.put("padded", key.isPadded());
        json.put("caseless", key.isCaseless());
        json.put("revoked", key.revoked());
        return json;
    }

    /**
     * Reads a key. A padded or caseless key gets a placeholder of this kind as its value, because the cases depend on it.
     *
     * @throws dev.core7.contract.InputException if a field is missing or has the wrong type
     */
    public static Key of(JsonFields json) {
        return new Key(
                json.text("name"),
                (isSet("caseless", json) ? CASELESS_VALUE : VALUE) + (json.flag("padded") ? "=" : ""),
                Set.copyOf(json.texts("scopes")),
                json.optionalText("project"),
                json.text("variable"),
                json.optionalText("user"),
                isSet("revoked", json));
    }

    /** Files of earlier versions lack these flags. */
    private static boolean isSet(String name, JsonFields json) {
        return json.has(name) && json.flag(name);
    }
}
