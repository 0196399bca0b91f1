package dev.core7.conformance.benign;

import dev.core7.conformance.target.Key;
import dev.core7.conformance.target.Target;
import dev.core7.contract.Contract;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A PostHog with something in it, and the target file that its owner would write. */
final class World {
    /** A role of another organization. */
    static final String FOREIGN_ROLE = "0190bbbb-5555-7000-8000-000000000005";

    private final PostHog posthog;
    private final List<Key> keys = new ArrayList<>();
    private final List<String> roles = new ArrayList<>();
    private final List<String> persons = new ArrayList<>(List.of(PostHog.someUuid(), PostHog.someUuid()));
    private final Object foreignAnnotation;
    private final Object foreignCohort;
    private final Object foreignComment;

    /** Every key that proves something, other people's objects, two comments, and the last id given out. */
    World(Contract contract, long lastId, boolean writeCoversRead) {
        posthog = new PostHog(lastId, writeCoversRead);
        posthog.persons().addAll(persons);
        roles.addAll(List.of(PostHog.someUuid(), PostHog.someUuid(), PostHog.someUuid()));
        posthog.roles().addAll(roles);
        var ours = posthog.project("1");
        ours.annotations().seed("Somebody else's", null);
        ours.cohorts().seed("Somebody else's", true, Reply.object("properties", Map.of()));
        ours.comments().seed("A remark", false);
        ours.comments().seed(null, true);
        ours.comments().seed("To do", true).put("completed_at", null);
        var remark = ours.comments().seed("A remark that is answered", false);
        ours.comments().seed("An answer about Insight", false).put("source_comment", remark.get("id"));
        var theirs = posthog.project("2");
        foreignAnnotation =
                theirs.annotations().seed("In another project", null).getOrDefault("id", "");
        foreignCohort = theirs.cohorts()
                .seed("In another project", true, Reply.object("properties", Map.of()))
                .getOrDefault("id", "");
        foreignComment = theirs.comments().seed("In another project", false).getOrDefault("id", "");
        var sets = new LinkedHashSet<Set<String>>();
        contract.operations().forEach(operation -> sets.add(new TreeSet<>(operation.scopes())));
        contract.scopes().forEach(scope -> sets.add(allBut(scope, contract)));
        sets.forEach(scopes -> key("k" + keys.size(), scopes, null));
        key("other-project", Set.of("*"), "2");
        keys.add(new Key(
                "revoked",
                "phx_revoked_" + PostHog.someUuid(),
                Set.of("*"),
                Optional.empty(),
                "KEY_REVOKED",
                Optional.empty(),
                true));
    }

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

    World withoutKeys() {
        keys.clear();
        return this;
    }

    World withoutPersons() {
        persons.clear();
        return this;
    }

    World key(String name, Set<String> scopes, @Nullable String project) {
        var value = "phx_" + name + "_" + PostHog.someUuid();
        posthog.grant(value, scopes, project);
        var variable = "KEY_" + name.toUpperCase(Locale.ROOT).replace('-', '_');
        keys.add(new Key(name, value, scopes, Optional.ofNullable(project), variable));
        return this;
    }

    PostHog posthog() {
        return posthog;
    }

    List<String> roles() {
        return roles;
    }

    Target target(String url) {
        var other = new Target.OtherProject(
                Map.of("project_id", "2", "organization_id", "0190bbbb-5555-7000-8000-000000000001"),
                Map.of(
                        "roles", List.of(FOREIGN_ROLE),
                        "comments", List.of(String.valueOf(foreignComment)),
                        "annotations", List.of(String.valueOf(foreignAnnotation)),
                        "persons", List.of(PostHog.someUuid()),
                        "insights", List.of("7"),
                        "dashboards", List.of("8"),
                        "cohorts", List.of(String.valueOf(foreignCohort))));
        return new Target(
                url,
                Map.of("project_id", "1", "organization_id", PostHog.ORGANIZATION),
                keys,
                Map.of("roles", roles, "persons", persons),
                Optional.of(other));
    }
}
