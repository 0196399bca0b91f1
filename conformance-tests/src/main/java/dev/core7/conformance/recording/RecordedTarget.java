package dev.core7.conformance.recording;

import dev.core7.conformance.target.Target;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The target of a run in report.json and shard.json: everything but the values of the keys. */
public final class RecordedTarget {
    private static final Target.OtherProject NO_OTHER = new Target.OtherProject(Map.of(), Map.of());

    private RecordedTarget() {}

    /** Returns the fields of a target. */
    public static Map<String, Object> json(Target target) {
        var json = new LinkedHashMap<String, Object>();
        json.put("url", target.url());
        json.put("parameters", new TreeMap<>(target.parameters()));
        json.put("keyring", target.keys().stream().map(RecordedKey::json).toList());
        json.put("fixtures", new TreeMap<>(target.fixtures()));
        json.put("otherProject", otherProject(target.other().orElse(NO_OTHER)));
        target.mcpUrl().ifPresent(url -> json.put("mcpUrl", url));
        return json;
    }

    private static Map<String, Object> otherProject(Target.OtherProject other) {
        var json = new LinkedHashMap<String, Object>();
        json.put("parameters", new TreeMap<>(other.parameters()));
        json.put("objects", new TreeMap<>(other.objects()));
        return json;
    }

    /** Returns the target with these fields. Its keys have no values, so it cannot be sent requests. */
    public static Target of(JsonFields json) {
        var keys = json.objects("keyring").stream().map(RecordedKey::of).toList();
        var other = json.below("otherProject");
        var parameters = other.below("parameters").allTexts();
        return new Target(
                json.text("url"),
                json.below("parameters").allTexts(),
                keys,
                json.below("fixtures").allLists(),
                Optional.of(new Target.OtherProject(
                                parameters, other.below("objects").allLists()))
                        .filter(project -> !parameters.isEmpty()),
                json.optionalText("mcpUrl"));
    }
}
