package dev.core7.conformance.selftest;

import dev.core7.contract.YamlNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The checks and clauses that must find each kind of fault, read from {@code kinds.yaml}. */
final class FaultKinds {
    private final Map<String, List<String>> exchanges;
    private final Map<String, List<String>> flows;
    private final Map<String, List<String>> laws;

    FaultKinds() {
        try (var in = FaultKinds.class.getResourceAsStream("kinds.yaml")) {
            var text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            var root = YamlNode.parse(text, "kinds.yaml");
            exchanges = kinds(root.need("exchanges", "kinds of faults that one exchange shows"));
            flows = kinds(root.need("flows", "kinds of faults that flows show"));
            laws = kinds(root.need("laws", "kinds of faults that laws show"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, List<String>> kinds(YamlNode node) {
        var kinds = new LinkedHashMap<String, List<String>>();
        node.fields().forEach((kind, checks) -> kinds.put(kind, checks.texts()));
        return kinds;
    }

    /** Returns the checks that must find faults of this kind; none if the kind is not listed. */
    List<String> checks(String kind) {
        return exchanges.getOrDefault(kind, flows.getOrDefault(kind, laws.getOrDefault(kind, List.of())));
    }

    /** Returns whether faults of this kind are only visible across several requests. */
    boolean isOfFlows(String kind) {
        return flows.containsKey(kind);
    }

    /** Returns whether faults of this kind are visible in the objects of a run. */
    boolean isOfLaws(String kind) {
        return laws.containsKey(kind);
    }

    /** Returns all listed kinds. */
    Set<String> all() {
        var all = new LinkedHashSet<>(exchanges.keySet());
        all.addAll(flows.keySet());
        all.addAll(laws.keySet());
        return all;
    }
}
