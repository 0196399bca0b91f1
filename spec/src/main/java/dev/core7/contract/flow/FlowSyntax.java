package dev.core7.contract.flow;

import dev.core7.contract.YamlNode;
import java.util.List;

/** Checks the syntax of a flow document, and reports errors with file and line. */
final class FlowSyntax {
    private FlowSyntax() {}

    /** Rejects all other keys, because the kit would silently ignore them. */
    static void allowKeys(YamlNode node, String... known) {
        node.mapping().forEach((key, value) -> {
            if (!List.of(known).contains(key)) {
                throw value.problem("the kit does not support \"" + key + "\" here, only " + String.join(", ", known));
            }
        });
    }

    /** Parses a condition, query or expression, and adds the location of {@code node} to errors. */
    static <T> T parse(YamlNode node, Parser<T> parser) {
        try {
            return parser.parse();
        } catch (SyntaxException e) {
            throw node.problem(e.getMessage());
        }
    }

    /** Parses a text. */
    @FunctionalInterface
    interface Parser<T> {
        T parse() throws SyntaxException;
    }
}
