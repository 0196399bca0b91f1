package dev.core7.conformance.selftest;

import dev.core7.contract.YamlNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Which checks are the ones to find a kind of fault: {@code kinds.yaml}. */
final class Kinds {
    private final Map<String, List<String>> checks = new LinkedHashMap<>();

    Kinds() {
        try (var in = Kinds.class.getResourceAsStream("kinds.yaml")) {
            var text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            YamlNode.parse(text, "kinds.yaml").fields().forEach((kind, node) -> checks.put(kind, node.texts()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The checks of a kind's own clause; none where the kind is not listed. */
    List<String> checks(String kind) {
        return checks.getOrDefault(kind, List.of());
    }

    /** Every kind that is listed. */
    Set<String> all() {
        return checks.keySet();
    }
}
