package dev.core7.contract.flow;

import dev.core7.contract.YamlNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads where the inputs of workflows come from ({@code x-inputs}). */
final class InputsReader {
    private InputsReader() {}

    /** Returns the inputs by name. */
    static Map<String, Input> read(YamlNode root) {
        var inputs = new LinkedHashMap<String, Input>();
        root.field("x-inputs")
                .ifPresent(all -> all.mapping().forEach((name, node) -> {
                    FlowSyntax.allowKeys(node, "fixture", "operationId", "find", "longest", "optional");
                    var fixture = node.field("fixture").map(InputsReader::fixture);
                    var find = node.field("find").map(query -> find(node, query));
                    var longest = node.field("longest").map(field -> longest(node, field));
                    boolean optional =
                            node.field("optional").map(YamlNode::bool).orElse(false);
                    inputs.put(name, new Input(name, "string", fixture, find, longest, optional));
                }));
        return inputs;
    }

    private static Input.Fixture fixture(YamlNode node) {
        var text = node.text();
        boolean indexed = text.matches(".*/\\d{1,3}");
        int slash = text.lastIndexOf('/');
        return indexed
                ? new Input.Fixture(text.substring(0, slash), Integer.parseInt(text.substring(slash + 1)))
                : new Input.Fixture(text, 0);
    }

    private static Input.Longest longest(YamlNode node, YamlNode field) {
        var operation = node.need("operationId", "name the operation whose request has the field");
        return new Input.Longest(operation.text(), field.text());
    }

    private static Input.Find find(YamlNode node, YamlNode query) {
        var operation = node.need("operationId", "name the operation whose responses are searched");
        return new Input.Find(operation.text(), FlowSyntax.parse(query, () -> JsonPath.parse(query.text())));
    }
}
