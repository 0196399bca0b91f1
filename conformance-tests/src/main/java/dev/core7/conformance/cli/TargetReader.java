package dev.core7.conformance.cli;

import dev.core7.conformance.target.Key;
import dev.core7.conformance.target.Target;
import dev.core7.conformance.target.TargetUrl;
import dev.core7.contract.Contract;
import dev.core7.contract.InputException;
import dev.core7.contract.InputFile;
import dev.core7.contract.Json;
import dev.core7.contract.Operation;
import dev.core7.contract.Parameter;
import dev.core7.contract.Schema;
import dev.core7.contract.Violation;
import dev.core7.contract.YamlNode;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads target.yaml; every mistake in it is told in one line with its place. */
public final class TargetReader {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)}");
    private static final String OTHER_PROJECT = "other_project";

    private final Map<String, String> environment;

    /** Takes {@code ${NAME}} from {@code environment}. */
    public TargetReader(Map<String, String> environment) {
        this.environment = environment;
    }

    /**
     * The target that a file describes.
     *
     * @throws InputException where the file is missing or unreadable, breaks its schema, names an unset variable, or lacks a
     *     path parameter of {@code contract}
     */
    public Target read(Path file, Contract contract) {
        var root = YamlNode.parse(text(file), file.toString());
        checkUser(root);
        checkShape(root, contract);
        var parameters = new LinkedHashMap<String, String>();
        for (String name : runParameters(contract)) {
            parameters.put(name, value(root.need(name, "the contract's paths have {" + name + "}")));
        }
        var keys = root.need("keys", "the API keys").items().stream()
                .map(this::key)
                .toList();
        checkNames(root, keys);
        checkCurrent(root, keys);
        return new Target(url(root), parameters, keys, fixtures(root), other(root));
    }

    private String url(YamlNode root) {
        var node = root.need("url", "the server's address");
        var url = value(node);
        TargetUrl.problem(url).ifPresent(problem -> {
            throw node.problem(problem);
        });
        // A scheme has no case, and a ledger compares addresses.
        var scheme = url.substring(0, url.indexOf(':')).toLowerCase(Locale.ROOT);
        return scheme + url.substring(scheme.length()).replaceAll("/+$", "");
    }

    /** Before all else: a complaint about the text of a url would repeat the password in it. */
    private static void checkUser(YamlNode root) {
        root.at("/url")
                .filter(url -> url.value() instanceof String text && TargetUrl.holdsUser(text))
                .ifPresent(url -> {
                    throw url.problem(TargetUrl.USER_PROBLEM);
                });
    }

    private static String text(Path file) {
        try {
            return InputFile.text(file, InputFile.HAND_WRITTEN_LIMIT);
        } catch (NoSuchFileException e) {
            throw new InputException(file + ": no such file: give the path of a target file, see README.md", e);
        } catch (IOException e) {
            throw new InputException(file + ": cannot be read: " + e, e);
        }
    }

    private static void checkShape(YamlNode root, Contract contract) {
        var schema = Schema.document(schemaDocument());
        // A typo is told as a typo, not as the key that it leaves missing.
        schema.violations(root.value()).stream()
                .min(Comparator.comparing(violation -> !violation.keyword().equals("additionalProperties")))
                .ifPresent(violation -> {
                    throw complaint(root, schema, violation);
                });
        checkFixtureNames(root, contract);
    }

    private static InputException complaint(YamlNode root, Schema schema, Violation violation) {
        var where = violation.where();
        var parent = where.substring(0, Math.max(where.lastIndexOf('/'), 0));
        var name = where.substring(where.lastIndexOf('/') + 1);
        return switch (violation.keyword()) {
            case "required" -> root.at(parent).orElse(root).problem("\"" + name + "\" is missing");
            case "additionalProperties" -> {
                var known = parent.isEmpty()
                        ? schema.properties().keySet()
                        : Set.of("name", "value", "scopes", "project_id");
                yield root.at(where)
                        .orElse(root)
                        .problem("no such key: \"" + name + "\"; known here: "
                                + String.join(", ", new TreeSet<>(known)));
            }
            default ->
                root.at(where).orElse(root).problem("expected " + violation.expected() + ", got " + violation.actual());
        };
    }

    private static Object schemaDocument() {
        try (var in = TargetReader.class.getResourceAsStream("target.schema.json")) {
            return Objects.requireNonNull(Json.parse(Objects.requireNonNull(in).readAllBytes()));
        } catch (IOException | Json.NotJsonException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The path parameters that hold for a whole run: those that stand before every object's own. */
    static Set<String> runParameters(Contract contract) {
        var names = new LinkedHashSet<String>();
        for (Operation operation : contract.operations()) {
            operation.pathParameters().stream()
                    .map(Parameter::name)
                    .filter(name -> name.endsWith("_id"))
                    .forEach(names::add);
        }
        return names;
    }

    /** A typo in the name of a fixture would silently leave clauses unproven. */
    private static void checkFixtureNames(YamlNode root, Contract contract) {
        var known = new TreeSet<String>(Set.of(OTHER_PROJECT));
        for (Operation operation : contract.operations()) {
            known.addAll(operation.fixtures().keySet());
            for (String segment : operation.path().split("/")) {
                if (!segment.isEmpty() && !segment.startsWith("{")) {
                    known.add(segment);
                }
            }
        }
        root.at("/fixtures")
                .ifPresent(fixtures -> fixtures.fields().forEach((name, node) -> {
                    if (!known.contains(name)) {
                        throw node.problem("no such fixture: \"" + name + "\"; known: " + String.join(", ", known));
                    }
                }));
    }

    private Key key(YamlNode node) {
        var name = node.need("name", "what reports call the key").text();
        var raw = node.need("value", "the key");
        var matcher = VARIABLE.matcher(raw.text());
        var variable = matcher.matches() ? matcher.group(1) : variable(name);
        var value = value(raw);
        if (value.isBlank() || !value.chars().allMatch(c -> c > 0x20 && c < 0x7F)) {
            throw raw.problem(
                    "the key " + name + " is empty, or holds a blank or a character that no header can carry");
        }
        var scopes =
                Set.copyOf(node.need("scopes", "what the key was made with").texts());
        return new Key(name, value, scopes, node.field("project_id").map(this::value), variable);
    }

    /** The environment variable that curl lines use for a key whose value was not taken from one. */
    static String variable(String keyName) {
        return "KEY_" + keyName.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }

    private static void checkNames(YamlNode root, List<Key> keys) {
        var seen = new LinkedHashSet<String>();
        for (int i = 0; i < keys.size(); i++) {
            if (!seen.add(keys.get(i).name())) {
                throw root.at("/keys/" + i)
                        .orElse(root)
                        .problem("two keys are named " + keys.get(i).name());
            }
        }
    }

    /** {@code @current} is each key's own project, so that no key could be told to be of another. */
    private static void checkCurrent(YamlNode root, List<Key> keys) {
        boolean limited = keys.stream().anyMatch(key -> key.project().isPresent());
        root.field("project_id")
                .filter(id -> limited && "@current".equals(id.value()))
                .ifPresent(id -> {
                    throw id.problem("@current is each key's own project: give the id, for a key is limited to one");
                });
    }

    private Map<String, List<String>> fixtures(YamlNode root) {
        var fixtures = new LinkedHashMap<String, List<String>>();
        root.at("/fixtures")
                .ifPresent(node -> node.fields().forEach((name, ids) -> {
                    if (!name.equals(OTHER_PROJECT)) {
                        fixtures.put(name, ids.items().stream().map(this::value).toList());
                    }
                }));
        return fixtures;
    }

    private Optional<Target.OtherProject> other(YamlNode root) {
        return root.at("/fixtures/" + OTHER_PROJECT).map(node -> {
            var objects = new LinkedHashMap<String, List<String>>();
            node.fields()
                    .forEach((name, ids) -> objects.put(
                            name, ids.items().stream().map(this::value).toList()));
            objects.remove("project_id");
            return new Target.OtherProject(
                    Map.of("project_id", value(node.need("project_id", "the other project"))), objects);
        });
    }

    /** A text or number with its variables filled in. */
    private String value(YamlNode node) {
        Matcher matcher = VARIABLE.matcher(String.valueOf(node.value()));
        return matcher.replaceAll(match -> {
            var value = environment.get(match.group(1));
            if (value == null || value.isEmpty()) {
                throw node.problem("the environment variable " + match.group(1) + " is not set");
            }
            return Matcher.quoteReplacement(value);
        });
    }
}
