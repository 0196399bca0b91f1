package dev.core7.conformance.run;

import dev.core7.conformance.target.Key;
import dev.core7.conformance.target.Target;
import dev.core7.contract.Contract;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Targets that lend the suite everything, or little. */
public final class Targets {
    /** The uuid of the person under fixtures. */
    public static final String PERSON = "0190aaaa-0000-7000-8000-000000000001";

    private Targets() {}

    /** For each set of scopes a key with just that, for each scope one with all others, and one of another project. */
    public static Target full(Contract contract) {
        var keys = new ArrayList<Key>();
        contract.operations().stream()
                .map(o -> o.scopes())
                .distinct()
                .forEach(needed ->
                        keys.add(key("least-" + String.join("-", needed).replace(':', '-'), needed)));
        for (String scope : contract.scopes()) {
            var others = new LinkedHashSet<>(contract.scopes());
            others.remove(scope);
            others.remove(scope.replace(":read", ":write"));
            keys.add(key("all-but-" + scope.replace(':', '-'), others));
        }
        keys.add(new Key("foreign", "secret-foreign", Set.of("*"), Optional.of("2"), "KEY_FOREIGN"));
        return with(keys, Map.of("roles", List.of("r1", "r2"), "persons", List.of(PERSON)));
    }

    /** Project 1 with those keys and fixtures, and objects of project 2 that must not be reached. */
    public static Target with(List<Key> keys, Map<String, List<String>> fixtures) {
        var other = new Target.OtherProject(
                Map.of("project_id", "2"), Map.of("annotations", List.of("201"), "cohorts", List.of("150")));
        return new Target(
                "http://target.invalid",
                Map.of("project_id", "1", "organization_id", "o"),
                keys,
                fixtures,
                Optional.of(other));
    }

    /** A key of every project. */
    public static Key key(String name, Set<String> scopes) {
        return new Key(name, "secret-" + name, scopes, Optional.empty(), "KEY");
    }
}
