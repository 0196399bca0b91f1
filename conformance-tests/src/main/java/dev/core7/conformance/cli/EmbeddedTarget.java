package dev.core7.conformance.cli;

import dev.core7.conformance.run.Key;
import dev.core7.conformance.run.Target;
import dev.core7.contract.Contract;
import dev.core7.contract.Operation;
import dev.core7.contract.Parameter;
import dev.core7.mock.MockServer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The embedded mock as a target: the one server for which every key and fixture can be had without set-up. */
public final class EmbeddedTarget {
    private static final String SOME_UUID = "095be615-a8ad-4c33-8e9c-c7612fbf6c9f";

    private static final String FOREIGN_PROJECT = "2";
    private static final String FOREIGN_ID = "900000002";
    private static final Pattern OBJECT_IN_PROJECT = Pattern.compile("/\\{project_id}/([^/]+)/\\{");

    private EmbeddedTarget() {}

    /** A target with all the keys that prove something: the least for each operation, and all but each scope. */
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
                mock.keyForProject(FOREIGN_PROJECT, "*"),
                Set.of("*"),
                Optional.of(FOREIGN_PROJECT),
                "KEY_OTHER_PROJECT");
        var all = new ArrayList<>(keys.values());
        all.add(foreign);
        return new Target(mock.url(), parameters(contract), all, fixtures(contract), Optional.of(other(contract)));
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
     * Every scope but one, those too that no operation needs, such as the read to a write; without write where read is left
     * out, for write covers read.
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
                .forEach(name -> parameters.put(name, name.equals("organization_id") ? SOME_UUID : "1"));
        return parameters;
    }

    /** The mock finds every id, so any will do wherever the contract asks for a fixture. */
    private static Map<String, List<String>> fixtures(Contract contract) {
        var fixtures = new LinkedHashMap<String, List<String>>();
        fixtures.put("persons", List.of(SOME_UUID));
        for (Operation operation : contract.operations()) {
            operation.parameters().stream()
                    .map(Parameter::fixture)
                    .flatMap(Optional::stream)
                    .forEach(name -> fixtures.put(name, List.of(SOME_UUID)));
        }
        return fixtures;
    }

    /** The mock has one project: an id that it does not find stands for an object of another. */
    private static Target.OtherProject other(Contract contract) {
        var objects = new LinkedHashMap<String, List<String>>();
        for (Operation operation : contract.operations()) {
            var object = OBJECT_IN_PROJECT.matcher(operation.path());
            if (object.find()) {
                objects.put(object.group(1), List.of(FOREIGN_ID));
            }
        }
        return new Target.OtherProject(Map.of("project_id", FOREIGN_PROJECT), objects);
    }
}
