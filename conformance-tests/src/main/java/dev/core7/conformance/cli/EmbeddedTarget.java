package dev.core7.conformance.cli;

import dev.core7.conformance.target.Key;
import dev.core7.conformance.target.Target;
import dev.core7.contract.Contract;
import dev.core7.contract.Operation;
import dev.core7.contract.Schema;
import dev.core7.mock.MockOptions;
import dev.core7.mock.MockServer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The embedded mock as a target, with every key and fixture that the suite can use. */
public final class EmbeddedTarget {
    private static final String SOME_UUID = "095be615-a8ad-4c33-8e9c-c7612fbf6c9f";
    private static final String PROJECT = "1";
    private static final String OTHER_PROJECT = "2";

    /** Enough for a page with two persons and a page with one. */
    private static final int PERSONS = 3;

    private EmbeddedTarget() {}

    /** Returns a target with the keys that the suite needs: the minimum for each operation, and all scopes except one for each scope. */
    public static Target of(MockServer mock, Contract contract) {
        var keys = new LinkedHashMap<Set<String>, Key>();
        for (Operation operation : contract.operations()) {
            add(keys, "only-" + String.join("-and-", operation.scopes()), operation.scopes(), mock);
        }
        for (String scope : contract.scopes()) {
            add(keys, "all-but-" + scope, allBut(scope, contract), mock);
        }
        var foreign = new Key(
                "other-project",
                mock.keyForProject(OTHER_PROJECT, "*"),
                Set.of("*"),
                Optional.of(OTHER_PROJECT),
                "KEY_OTHER_PROJECT");
        var all = new ArrayList<>(keys.values());
        all.add(foreign);
        all.add(new Key(
                "revoked", mock.revokedKey("*"), Set.of("*"), Optional.empty(), "KEY_REVOKED", Optional.empty(), true));
        return new Target(mock.url(), parameters(contract), all, fixtures(mock, contract), other(mock, contract))
                .withMcpUrl(Optional.of(mock.url() + "/mcp").filter(url -> contract.hasTools()));
    }

    /** Starts a stateful mock for this target. */
    static MockServer start(Contract contract) {
        return MockServer.start(contract, MockOptions.defaults().withState());
    }

    private static void add(Map<Set<String>, Key> keys, String name, Set<String> scopes, MockServer mock) {
        var readable = name.replace(':', '-').replace('_', '-');
        keys.computeIfAbsent(
                Set.copyOf(scopes),
                s -> new Key(
                        readable,
                        mock.key(scopes.toArray(String[]::new)),
                        scopes,
                        Optional.empty(),
                        TargetReader.variable(readable)));
    }

    /**
     * Returns every scope except one, including scopes that no operation needs. If a read scope is excluded, so is its write
     * scope, because write includes read.
     */
    private static Set<String> allBut(String scope, Contract contract) {
        var scopes = new TreeSet<String>();
        contract.scopes().forEach(s -> {
            scopes.add(s.replaceFirst(":.*", ":read"));
            scopes.add(s.replaceFirst(":.*", ":write"));
        });
        scopes.remove(scope);
        scopes.remove(scope.replace(":read", ":write"));
        return scopes;
    }

    private static Map<String, String> parameters(Contract contract) {
        var parameters = new LinkedHashMap<String, String>();
        TargetReader.runParameters(contract)
                .forEach(name -> parameters.put(name, name.equals("organization_id") ? SOME_UUID : PROJECT));
        return parameters;
    }

    private static Map<String, List<String>> fixtures(MockServer mock, Contract contract) {
        var fixtures = new LinkedHashMap<String, List<String>>();
        for (Operation operation : contract.operations()) {
            operation.fixtures().forEach((name, schema) -> fixtures.put(name, ids(mock, name, schema)));
        }
        fixtures.computeIfPresent(
                "persons", (name, all) -> all.stream().limit(PERSONS).toList());
        return fixtures;
    }

    /** Returns the ids of seeded objects. If the mock does not store this kind of object, it accepts every id. */
    private static List<String> ids(MockServer mock, String name, Schema schema) {
        var seeded = mock.seedIds(PROJECT, name);
        return seeded.isEmpty() ? List.of(schema.types().contains("integer") ? "1" : SOME_UUID) : seeded;
    }

    /** Returns the newest object of each list of the other project, which is on the first page; empty without state. */
    private static Optional<Target.OtherProject> other(MockServer mock, Contract contract) {
        var objects = new LinkedHashMap<String, List<String>>();
        contract.operations().stream()
                .filter(operation -> operation.isSafe() && operation.path().matches(".*/\\{project_id}/[^/{}]+/"))
                .map(operation -> operation.path().replaceFirst("/$", "").replaceFirst(".*/", ""))
                .forEach(name -> objects.put(
                        name,
                        mock.seedIds(OTHER_PROJECT, name).stream().reduce((first, second) -> second).stream()
                                .toList()));
        objects.values().removeIf(List::isEmpty);
        return Optional.of(objects)
                .filter(some -> !some.isEmpty())
                .map(some -> new Target.OtherProject(Map.of("project_id", OTHER_PROJECT), some));
    }
}
