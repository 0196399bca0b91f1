package dev.core7.contract.flow;

import dev.core7.contract.YamlNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** Where the kit takes the inputs of workflows from ({@code x-inputs}). */
final class Supplies {
    private Supplies() {}

    /** Input name → where it is taken from. */
    static Map<String, Input> read(YamlNode root) {
        var supplies = new LinkedHashMap<String, Input>();
        root.field("x-inputs")
                .ifPresent(all -> all.mapping().forEach((name, node) -> {
                    Keys.only(node, "fixture", "operationId", "find", "longest", "optional");
                    var fixture = node.field("fixture").map(Supplies::fixture);
                    var find = node.field("find").map(query -> find(node, query));
                    var longest = node.field("longest").map(field -> longest(node, field));
                    boolean optional =
                            node.field("optional").map(YamlNode::bool).orElse(false);
                    supplies.put(name, new Input(name, "string", fixture, find, longest, optional));
                }));
        return supplies;
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
        var operation = node.need("operationId", "the operation whose request has the field");
        return new Input.Longest(operation.text(), field.text());
    }

    private static Input.Find find(YamlNode node, YamlNode query) {
        var operation = node.need("operationId", "the operation whose answers are searched");
        return new Input.Find(operation.text(), Keys.parsed(query, () -> JsonPath.parse(query.text())));
    }
}
