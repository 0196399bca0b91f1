package dev.core7.contract.flow;

import dev.core7.contract.YamlNode;
import java.util.List;

/** What is and what is not understood in a flow document, told with file and line. */
final class Keys {
    private Keys() {}

    /** Refuses every key but these: what is not executed must not look as if it were. */
    static void only(YamlNode node, String... known) {
        node.mapping().forEach((key, value) -> {
            if (!List.of(known).contains(key)) {
                throw value.problem(
                        "the kit does not execute \"" + key + "\" here; it knows " + String.join(", ", known));
            }
        });
    }

    /** What a text says in the language of conditions. */
    static <T> T parsed(YamlNode node, Parser<T> parser) {
        try {
            return parser.parse();
        } catch (SyntaxException e) {
            throw node.problem(e.getMessage());
        }
    }

    /** Reads something from a text. */
    @FunctionalInterface
    interface Parser<T> {
        T parse() throws SyntaxException;
    }
}
