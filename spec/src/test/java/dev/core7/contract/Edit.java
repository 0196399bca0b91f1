package dev.core7.contract;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * One way to break the contract: a replacement of text, and what it leads to.
 *
 * @param rule the rule it breaks
 * @param after a text; what is replaced is looked for behind it
 * @param complaints every complaint it gives, word for word
 */
public record Edit(String rule, String after, String replace, String by, List<String> complaints) {
    /** The edits in a test resource. */
    public static List<Edit> table(String resource) throws IOException {
        try (var in = Objects.requireNonNull(Edit.class.getResourceAsStream("/" + resource), resource)) {
            var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return YamlNode.parse(text, resource).list().stream()
                    .map(node -> new Edit(
                            node.need("rule", "").text(),
                            node.field("after").map(YamlNode::text).orElse(""),
                            node.need("replace", "").text(),
                            node.need("by", "").text(),
                            node.need("complaints", "").texts()))
                    .toList();
        }
    }

    public String apply(String text) {
        int from = find(text, after, 0) + after.length();
        int at = find(text, replace, from);
        return text.substring(0, at) + by + text.substring(at + replace.length());
    }

    private static int find(String text, String what, int from) {
        int at = text.indexOf(what, from);
        if (at < 0) {
            throw new IllegalStateException("openapi.yaml no longer has the text: " + what);
        }
        return at;
    }

    @Override
    public String toString() {
        return rule + ": " + complaints.get(0);
    }
}
