package dev.core7.conformance.cli;

import dev.core7.conformance.selection.Suggestion;
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

/** Reads target.yaml. An error is one line with the position in the file. */
public final class TargetReader {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)}");
    private static final String OTHER_PROJECT = "other_project";
    private static final String OTHER_ORGANIZATION = "other_organization";

    private final Map<String, String> environment;

    /** @param environment the values for {@code ${NAME}} */
    public TargetReader(Map<String, String> environment) {
        this.environment = environment;
    }

    /**
     * Reads a target file.
     *
     * @throws InputException if the file is missing, unreadable or invalid, refers to an unset variable, or lacks a path
     *     parameter of {@code contract}
     */
    public Target read(Path file, Contract contract) {
        var root = YamlNode.parse(text(file), file.toString());
        checkUser(root);
        checkShape(root, contract);
        var parameters = new LinkedHashMap<String, String>();
        for (String name : runParameters(contract)) {
            parameters.put(name, value(root.need(name, "the paths of the contract contain {" + name + "}")));
        }
        var keys = root.need("keys", "the API keys").items().stream()
                .map(this::key)
                .toList();
        checkNames(root, keys);
        checkCurrent(root, keys);
        return new Target(url(root), parameters, keys, fixtures(root), other(root), mcpUrl(root));
    }

    private String url(YamlNode root) {
        var node = root.need("url", "the server's address");
        var url = value(node);
        TargetUrl.problem(url).ifPresent(problem -> {
            throw node.problem(problem);
        });
        // The scheme is case-insensitive, but a ledger compares URLs as text.
        var scheme = url.substring(0, url.indexOf(':')).toLowerCase(Locale.ROOT);
        return scheme + url.substring(scheme.length()).replaceAll("/+$", "");
    }

    private Optional<String> mcpUrl(YamlNode root) {
        return root.field("mcp_url").map(node -> {
            var url = value(node);
            TargetUrl.problem(url).ifPresent(problem -> {
                throw node.problem(problem);
            });
            return url;
        });
    }

    /** Comes first, because other messages about the URL would repeat a password in it. */
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
            throw new InputException(file + ": no such file: give the path of a target file (see docs/target.md)", e);
        } catch (IOException e) {
            throw new InputException(file + ": cannot be read: " + e, e);
        }
    }

    private static void checkShape(YamlNode root, Contract contract) {
        var schema = Schema.document(schemaDocument());
        // Report a misspelled key instead of the required key that is missing because of it.
        schema.violations(root.value()).stream()
                .min(Comparator.comparing(violation -> !violation.keyword().equals("additionalProperties")))
                .ifPresent(violation -> {
                    throw complaint(root, schema, violation, contract);
                });
        checkFixtureNames(root, contract);
    }

    private static InputException complaint(YamlNode root, Schema schema, Violation violation, Contract contract) {
        var where = violation.where();
        var parent = where.substring(0, Math.max(where.lastIndexOf('/'), 0));
        var name = where.substring(where.lastIndexOf('/') + 1);
        return switch (violation.keyword()) {
            case "required" -> root.at(parent).orElse(root).problem("\"" + name + "\" is missing");
            case "additionalProperties" -> {
                var known = parent.isEmpty()
                        ? schema.properties().keySet()
                        : Set.of("name", "value", "scopes", "project_id", "user", "revoked");
                yield root.at(where)
                        .orElse(root)
                        .problem("unknown key \"" + name + "\"; known keys: "
                                + String.join(", ", new TreeSet<>(known))
                                + Suggestion.of(name, known));
            }
            case "pattern" -> root.at(where).orElse(root).problem(misspelled(where, violation, contract));
            default ->
                root.at(where).orElse(root).problem("expected " + violation.expected() + ", got " + violation.actual());
        };
    }

    /** Describes a scope or the name of a key that has the wrong form. */
    private static String misspelled(String where, Violation violation, Contract contract) {
        var actual = violation.actual().replaceFirst(" \\(string\\)$", "");
        if (!where.matches("/keys/\\d+/scopes/\\d+")) {
            return actual
                    + " is not a valid name: use letters, digits, '.', '_' and '-', and begin with a letter or digit";
        }
        var scopes = new TreeSet<>(contract.scopes());
        return actual + " is not a scope: write RESOURCE:read, RESOURCE:write or *; the contract has "
                + String.join(", ", scopes) + Suggestion.of(actual.replace("\"", ""), scopes);
    }

    private static Object schemaDocument() {
        try (var in = TargetReader.class.getResourceAsStream("target.schema.json")) {
            return Objects.requireNonNull(Json.parse(Objects.requireNonNull(in).readAllBytes()));
        } catch (IOException | Json.NotJsonException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the path parameters that have the same value in all requests of a run. */
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

    /** Rejects unknown names, because a misspelled fixture would leave clauses unproven without notice. */
    private static void checkFixtureNames(YamlNode root, Contract contract) {
        var known = new TreeSet<String>(Set.of(OTHER_PROJECT, OTHER_ORGANIZATION));
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
                        throw node.problem("unknown fixture \"" + name + "\"; known fixtures: "
                                + String.join(", ", known) + Suggestion.of(name, known));
                    }
                }));
    }

    private Key key(YamlNode node) {
        var name = node.need("name", "the name of the key in reports").text();
        var raw = node.need("value", "the key");
        var matcher = VARIABLE.matcher(raw.text());
        var variable = matcher.matches() ? matcher.group(1) : variable(name);
        var value = value(raw);
        if (value.isBlank() || !value.chars().allMatch(c -> c > 0x20 && c < 0x7F)) {
            throw raw.problem(
                    "the key " + name + " is empty, or contains a blank or a character that is not allowed in headers");
        }
        var scopes = Set.copyOf(node.need("scopes", "the scopes of the key").texts());
        return new Key(
                name,
                value,
                scopes,
                node.field("project_id").map(this::value),
                variable,
                node.field("user").map(this::value),
                node.field("revoked").map(flag -> flag.value() == Boolean.TRUE).orElse(false));
    }

    /** Returns the environment variable for curl lines if the value of a key was not taken from one. */
    static String variable(String keyName) {
        return "KEY_" + keyName.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }

    private static void checkNames(YamlNode root, List<Key> keys) {
        var seen = new LinkedHashSet<String>();
        for (int i = 0; i < keys.size(); i++) {
            if (!seen.add(keys.get(i).name())) {
                throw root.at("/keys/" + i)
                        .orElse(root)
                        .problem("two keys have the name " + keys.get(i).name());
            }
        }
    }

    /** Rejects {@code @current} with limited keys: it is the project of each key, so no key would belong to another project. */
    private static void checkCurrent(YamlNode root, List<Key> keys) {
        boolean limited = keys.stream().anyMatch(key -> key.project().isPresent());
        root.field("project_id")
                .filter(id -> limited && "@current".equals(id.value()))
                .ifPresent(id -> {
                    throw id.problem(
                            "@current is the project of each key: give the id of the project, because one of the"
                                    + " keys is limited to a project");
                });
    }

    private Map<String, List<String>> fixtures(YamlNode root) {
        var fixtures = new LinkedHashMap<String, List<String>>();
        root.at("/fixtures")
                .ifPresent(node -> node.fields().forEach((name, ids) -> {
                    if (!Set.of(OTHER_PROJECT, OTHER_ORGANIZATION).contains(name)) {
                        fixtures.put(name, ids.items().stream().map(this::value).toList());
                    }
                }));
        return fixtures;
    }

    /** Returns the other project together with the other organization; empty if the file has neither. */
    private Optional<Target.OtherProject> other(YamlNode root) {
        var parameters = new LinkedHashMap<String, String>();
        var objects = new LinkedHashMap<String, List<String>>();
        readOther(root, OTHER_PROJECT, "project_id", parameters, objects);
        readOther(root, OTHER_ORGANIZATION, Target.OtherProject.ORGANIZATION, parameters, objects);
        return parameters.isEmpty() ? Optional.empty() : Optional.of(new Target.OtherProject(parameters, objects));
    }

    private void readOther(
            YamlNode root,
            String name,
            String idName,
            Map<String, String> parameters,
            Map<String, List<String>> objects) {
        root.at("/fixtures/" + name).ifPresent(node -> {
            parameters.put(idName, value(node.need(idName, "its id")));
            node.fields().forEach((list, ids) -> {
                if (!list.equals(idName)) {
                    objects.put(list, ids.items().stream().map(this::value).toList());
                }
            });
        });
    }

    /** Returns a text or number with its variables replaced. */
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
