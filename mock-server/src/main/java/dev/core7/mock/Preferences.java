package dev.core7.mock;

import dev.core7.contract.Contract;
import dev.core7.contract.InputException;
import dev.core7.contract.InputFile;
import dev.core7.contract.Operation;
import dev.core7.contract.YamlNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What every request prefers whose own {@code Prefer} header does not say otherwise, and the seed of all that is drawn. Each
 * is written as in that header, such as {@code delay=100-300} or {@code code=429, chance=10%}.
 */
public final class Preferences {
    private static final long SEED = 7;
    private static final String ALL = "*";

    private final long seed;
    private final List<Rule> rules;

    private Preferences(long seed, List<Rule> rules) {
        this.seed = seed;
        this.rules = rules.stream()
                .sorted(Comparator.comparing(Rule::isForAll)) // stable
                .toList();
    }

    /** @param where where it is written, as complaints show it */
    private record Rule(String operationId, Preference preference, String where) {
        boolean isForAll() {
            return operationId.equals(ALL);
        }

        boolean isFor(String id) {
            return isForAll() || operationId.equals(id);
        }
    }

    /** No request prefers anything by itself; what is drawn is the same in every run. */
    public static Preferences none() {
        return new Preferences(SEED, List.of());
    }

    /** The same with another seed of made-up data and of chances. */
    public Preferences withSeed(long other) {
        return new Preferences(other, rules);
    }

    /** The same, and every request prefers this, where nothing before says otherwise. */
    public Preferences with(String preference) {
        return with(ALL, preference, "prefer " + preference);
    }

    /** The same, and the requests of one operation prefer this before what all prefer. */
    public Preferences with(String operationId, String preference) {
        return with(operationId, preference, "prefer " + preference);
    }

    private Preferences with(String operationId, String preference, String where) {
        var more = new ArrayList<>(rules);
        more.add(new Rule(operationId, Preference.parse(List.of(preference)), where));
        return new Preferences(seed, more);
    }

    /**
     * The same, and what a YAML file says: operationId, or {@code *} for all, → a preference or a list of them.
     *
     * @throws InputException where the file is missing or of another form
     */
    public Preferences with(Path file) {
        var all = this;
        for (var entry : parse(file).mapping().entrySet()) {
            var node = entry.getValue();
            for (YamlNode preference : node.value() instanceof List ? node.items() : List.of(node)) {
                all = all.with(entry.getKey(), preference.text(), file + ":" + preference.line());
            }
        }
        return all;
    }

    private static YamlNode parse(Path file) {
        try {
            return YamlNode.parse(InputFile.text(file, InputFile.BY_PEOPLE), file.toString());
        } catch (IOException e) {
            throw new InputException(file + ": cannot be read: give a YAML file of preferences", e);
        }
    }

    boolean isEmpty() {
        return rules.isEmpty();
    }

    long seed() {
        return seed;
    }

    /** What the requests of an operation prefer, what counts most first. */
    List<Preference> of(String operationId) {
        return rules.stream()
                .filter(rule -> rule.isFor(operationId))
                .map(Rule::preference)
                .toList();
    }

    /** @throws InputException where one cannot be followed in any operation that it is for */
    void check(Contract contract) {
        rules.forEach(rule -> check(rule, contract));
    }

    private static void check(Rule rule, Contract contract) {
        var operations = contract.operations().stream()
                .filter(operation -> rule.isFor(operation.id()))
                .toList();
        if (operations.isEmpty()) {
            throw new InputException(rule.where() + ": " + rule.operationId() + ": no such operation; the contract has "
                    + contract.operations().stream().map(Operation::id).collect(Collectors.joining(", ")));
        }
        if (rule.preference().values().isEmpty()) {
            throw new InputException(rule.where() + ": a preference is expected here, such as delay=250");
        }
        if (operations.stream().noneMatch(operation -> problems(rule, operation).isEmpty())) {
            var problem =
                    problems(rule, operations.get(0)).entrySet().iterator().next();
            throw new InputException(rule.where() + ": " + problem.getKey() + ": " + problem.getValue());
        }
    }

    private static Map<String, String> problems(Rule rule, Operation operation) {
        return new PreferredAnswer(rule.preference(), Optional.of(operation), SEED).problems();
    }
}
