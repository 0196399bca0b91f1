package dev.core7.contract;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lint rules for extensions: the table in the description lists them all, because a misspelt one would silently be ignored. */
final class ExtensionRules {
    static final Map<String, ContractLint.Rule> RULES = Map.of(
            "extension-listed", ExtensionRules::listed,
            "extension-used", ExtensionRules::used,
            "mock-default", ExtensionRules::mockDefault);

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(x-[a-z-]+)` \\|");

    private ExtensionRules() {}

    private static Stream<String> listed(LintedDocument linted) {
        var table = table(linted);
        return uses(linted.root())
                .filter(pointer -> !table.contains(name(pointer)))
                .map(pointer ->
                        pointer + ": list the extension in the table of /info/description, or correct its name");
    }

    private static Stream<String> used(LintedDocument linted) {
        var unused = new TreeSet<>(table(linted));
        uses(linted.root()).map(ExtensionRules::name).forEach(unused::remove);
        return unused.stream()
                .map(name -> "/info/description: remove " + name + " from the table, because nothing uses it");
    }

    private static Stream<String> mockDefault(LintedDocument linted) {
        var schemas = new Schemas(Objects.requireNonNull(linted.root().value()));
        return uses(linted.root())
                .filter(pointer -> name(pointer).equals("x-default"))
                .map(pointer -> pointer.substring(0, pointer.lastIndexOf('/')))
                .map(pointer -> new Schema(schemas, pointer))
                .filter(schema ->
                        !schema.violations(schema.keyword("x-default")).isEmpty())
                .map(schema -> schema.pointer() + ": give x-default a value that conforms to the schema next to it");
    }

    private static Set<String> table(LintedDocument linted) {
        var text = linted.root()
                .at("/info/description")
                .map(node -> String.valueOf(node.value()))
                .orElse("");
        return ROW.matcher(text).results().map(row -> row.group(1)).collect(Collectors.toSet());
    }

    private static Stream<String> uses(YamlNode node) {
        return Stream.concat(node.fields().values().stream(), node.items().stream())
                .flatMap(child -> name(child.pointer()).startsWith("x-")
                        ? Stream.concat(Stream.of(child.pointer()), uses(child))
                        : uses(child));
    }

    private static String name(String pointer) {
        return pointer.substring(pointer.lastIndexOf('/') + 1);
    }
}
