package dev.core7.conformance.coverage;

import dev.core7.contract.YamlNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/** The content of {@code statements.yaml}: which checks judge which statements, and why some statements are not judged. */
final class StatementRules {
    private static final String FILE = "statements.yaml";

    private final Map<String, List<String>> checks = new LinkedHashMap<>();
    private final Map<String, List<String>> parameters = new LinkedHashMap<>();
    private final List<Entry> elsewhere = new ArrayList<>();
    private final List<Entry> untested = new ArrayList<>();

    /** A pattern for statements, and the results that judge them or the reason why none does. */
    private record Entry(Pattern statements, String text) {
        boolean matches(String operation, String kind, String name) {
            return statements.matcher(operation + " " + kind + " " + name).matches();
        }
    }

    private StatementRules(YamlNode root) {
        root.need("checks", "the checks of each kind of statement")
                .fields()
                .forEach((kind, ids) -> checks.put(kind, ids.texts()));
        root.need("parameters", "the checks of each query parameter")
                .fields()
                .forEach((name, ids) -> parameters.put(name, ids.texts()));
        read(root.need("elsewhere", "statements that results of other operations judge"), elsewhere);
        read(root.need("untested", "statements without a clause"), untested);
    }

    private static void read(YamlNode node, List<Entry> entries) {
        node.fields().forEach((statements, text) -> entries.add(new Entry(Pattern.compile(statements), text.text())));
    }

    static StatementRules bundled() {
        try (var in = StatementRules.class.getResourceAsStream(FILE)) {
            var bytes = Objects.requireNonNull(in, FILE).readAllBytes();
            return new StatementRules(YamlNode.parse(new String(bytes, StandardCharsets.UTF_8), FILE));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether a check judges statements of that kind and name. */
    boolean judges(Item.Kind kind, String name, String check) {
        boolean ofName = kind == Item.Kind.PARAMETER
                && parameters
                        .getOrDefault(name, parameters.getOrDefault("other", List.of()))
                        .contains(check);
        return ofName || checks.getOrDefault(kind.word(), List.of()).contains(check);
    }

    /** Calls {@code action} if a check judges statements of that kind. */
    void withoutName(String kind, String check, Runnable action) {
        if (checks.getOrDefault(kind, List.of()).contains(check)) {
            action.run();
        }
    }

    /** Returns the results of other operations that judge a statement. */
    List<String> elsewhere(String operation, String kind, String name) {
        return elsewhere.stream()
                .filter(entry -> entry.matches(operation, kind, name))
                .map(Entry::text)
                .toList();
    }

    /** Returns why nothing judges a statement; empty if no reason is given. */
    String reason(String operation, String kind, String name) {
        return untested.stream()
                .filter(entry -> entry.matches(operation, kind, name))
                .map(Entry::text)
                .findFirst()
                .orElse("");
    }

    /** Returns the patterns that match none of these statements. */
    List<String> unused(List<Statement> statements) {
        return untested.stream()
                .filter(entry -> statements.stream()
                        .noneMatch(statement -> statement.clauses().isEmpty()
                                && entry.matches(statement.operation().id(), statement.kind(), statement.name())))
                .map(entry -> entry.statements().pattern())
                .toList();
    }
}
