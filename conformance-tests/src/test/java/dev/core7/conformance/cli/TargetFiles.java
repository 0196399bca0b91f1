package dev.core7.conformance.cli;

import dev.core7.conformance.target.Key;
import dev.core7.conformance.target.Target;
import dev.core7.contract.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes target files. */
final class TargetFiles {
    private TargetFiles() {}

    /** Writes {@code target.yaml} into a folder; the values of the keys are environment variables. */
    static Path write(Path folder, Target target) throws IOException {
        var json = new LinkedHashMap<String, Object>(target.parameters());
        json.put("url", target.url());
        json.put("keys", target.keys().stream().map(TargetFiles::key).toList());
        var fixtures = new LinkedHashMap<String, Object>(target.fixtures());
        target.other().ifPresent(other -> {
            var objects = new LinkedHashMap<String, Object>(other.parameters());
            objects.putAll(other.objects());
            fixtures.put("other_project", objects);
        });
        json.put("fixtures", fixtures);
        return Files.writeString(folder.resolve("target.yaml"), Json.pretty(json));
    }

    private static Map<String, Object> key(Key key) {
        var json = new LinkedHashMap<String, Object>();
        json.put("name", key.name());
        json.put("value", "${" + key.variable() + "}");
        json.put("scopes", key.scopes());
        key.project().ifPresent(project -> json.put("project_id", project));
        return json;
    }
}
