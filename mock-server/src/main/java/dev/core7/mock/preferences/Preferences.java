package dev.core7.mock.preferences;

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
 * Preferences for all requests, or for all requests of an operation, and the seed of random values. A request's own
 * {@code Prefer} header takes precedence. Each preference has the form of that header, such as {@code delay=100-300} or
 * {@code code=429, chance=10%}.
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

    /** @param where the source of the preference, for error messages */
    private record Rule(String operationId, Preference preference, String where) {
        boolean isForAll() {
            return operationId.equals(ALL);
        }

        boolean isFor(String id) {
            return isForAll() || operationId.equals(id);
        }
    }

    /** Returns no preferences, with a fixed seed. */
    public static Preferences none() {
        return new Preferences(SEED, List.of());
    }

    /** Returns a copy with another seed for generated data and chances. */
    public Preferences withSeed(long other) {
        return new Preferences(other, rules);
    }

    /** Returns a copy with one more preference for all requests; earlier ones take precedence. */
    public Preferences with(String preference) {
        return with(ALL, preference, "prefer " + preference);
    }

    /** Returns a copy with one more preference for an operation; it takes precedence over those for all requests. */
    public Preferences with(String operationId, String preference) {
        return with(operationId, preference, "prefer " + preference);
    }

    private Preferences with(String operationId, String preference, String where) {
        var more = new ArrayList<>(rules);
        more.add(new Rule(operationId, Preference.parse(List.of(preference)), where));
        return new Preferences(seed, more);
    }

    /**
     * Returns a copy with the preferences of a YAML file: operationId, or {@code *} for all, → a preference or a list of them.
     *
     * @throws InputException if the file cannot be read or has another form
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
            return YamlNode.parse(InputFile.text(file, InputFile.HAND_WRITTEN_LIMIT), file.toString());
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

    /** Returns the preferences for an operation, the one with the highest precedence first. */
    List<Preference> of(String operationId) {
        return rules.stream()
                .filter(rule -> rule.isFor(operationId))
                .map(Rule::preference)
                .toList();
    }

    /** @throws InputException if a preference can be followed in none of its operations */
    public void check(Contract contract) {
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
        return new PreferredResponse(rule.preference(), Optional.of(operation), SEED).problems();
    }
}
