package dev.core7.contract;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * A text replacement that breaks a document, and the errors that it leads to.
 *
 * @param rule the rule that it breaks
 * @param after a text after which {@code replace} is searched
 * @param complaints all error messages, word for word
 */
public record DocumentEdit(String rule, String after, String replace, String by, List<String> complaints) {
    /** Reads the edits in a test resource. */
    public static List<DocumentEdit> table(String resource) throws IOException {
        try (var in = Objects.requireNonNull(DocumentEdit.class.getResourceAsStream("/" + resource), resource)) {
            var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return YamlNode.parse(text, resource).list().stream()
                    .map(node -> new DocumentEdit(
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
            throw new IllegalStateException("the document does not contain the text: " + what);
        }
        return at;
    }

    @Override
    public String toString() {
        return rule + ": " + complaints.get(0);
    }
}
