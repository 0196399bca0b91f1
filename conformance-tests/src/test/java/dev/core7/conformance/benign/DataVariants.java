package dev.core7.conformance.benign;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** What there is on the server, and which keys are lent. */
final class DataVariants {
    private DataVariants() {}

    static Stream<Variant> all() {
        return Stream.concat(data(), keys());
    }

    private static Stream<Variant> data() {
        return Stream.of(
                Variant.of("ids_above_two_to_the_31", () -> new World(Judged.CONTRACT, 1L << 40, true)),
                Variant.of("ids_above_two_to_the_53", () -> new World(Judged.CONTRACT, 1L << 60, true)),
                Variant.of("ids_from_1", () -> new World(Judged.CONTRACT, 0, true)),
                Variant.of("roles_with_ids_of_another_form", () -> {
                    var world = Judged.world();
                    world.roles().clear();
                    world.roles().addAll(List.of("role-7@x yü", "role-8@x yü", "role-9@x yü"));
                    world.posthog().roles().addAll(world.roles());
                    return world;
                }),
                Variant.of("pages_of_one", () -> paged(1)),
                Variant.of("pages_of_ten", () -> paged(10)),
                Variant.of("pages_of_a_thousand", () -> paged(1000)),
                Variant.of("three_hundred_objects_of_others", () -> {
                    var world = Judged.world();
                    for (int i = 0; i < 300; i++) {
                        world.posthog().project("1").annotations().seed("Note " + i, null);
                    }
                    return world;
                }),
                Variant.of("odd_old_cohorts_of_others", DataVariants::withOldCohorts),
                busy(),
                Variant.of("a_project_without_objects_of_others", () -> {
                    var world = Judged.world();
                    world.posthog().project("1").annotations().everything().clear();
                    world.posthog().project("1").cohorts().everything().clear();
                    return world;
                }),
                Variant.of("quotes_in_a_search_put_words_together", (ask, next) -> {
                    String search = ask.query().getOrDefault("search", "");
                    return next.apply(
                            search.matches(".*[\"'].*")
                                    ? ask.withParameter("search", search.replaceAll("[\"']", " "))
                                    : ask);
                }),
                Variant.of("created_objects_are_listed_later", late("cohorts", "POST", "results")),
                Variant.of("no_comments", () -> {
                            var world = Judged.world();
                            world.posthog().project("1").comments().everything().clear();
                            return world;
                        })
                        .incomplete(),
                Variant.of("persons_are_listed_later", late("persons", "PATCH", "results")));
    }

    private static World paged(int size) {
        var world = Judged.world();
        for (int i = 0; i < 15; i++) {
            world.posthog().project("1").annotations().seed("Note " + i, null);
        }
        world.posthog().setPageSize(size);
        return world;
    }

    private static World withOldCohorts() {
        var world = Judged.world();
        var cohorts = world.posthog().project("1").cohorts();
        var leaf = Reply.object("type", "behavioral", "key", 5, "value", "performed_event", "time_value", "30");
        var bare = Reply.object("key", "email", "value", List.of("a"), "operator", 7, "negation", null);
        for (Object values : List.of(List.of(leaf), List.of(bare), "none", Map.of())) {
            var group = Reply.object("type", "OR", "values", values);
            cohorts.seed("Old", false, Reply.object("properties", group));
        }
        cohorts.seed("Older", false, Map.of()).put("groups", List.of(Map.of("properties", Map.of("$os", "x"))));
        cohorts.seed("Oldest", false, null).put("groups", Map.of());
        return world;
    }

    /** The others are at work while the run lasts: with each request something of theirs comes, and something goes. */
    private static Variant busy() {
        var count = new AtomicInteger();
        var world = Judged.world();
        var ours = world.posthog().project("1");
        Twist twist = (ask, next) -> {
            synchronized (world.posthog()) {
                ours.annotations().everything().removeIf(a -> "Theirs".equals(a.get("content")));
                ours.cohorts().everything().removeIf(c -> "Theirs".equals(c.get("name")));
                if (count.incrementAndGet() % 2 == 0) {
                    ours.annotations().seed("Theirs", null);
                    ours.cohorts().seed("Theirs", false, Reply.object("properties", Map.of()));
                }
            }
            return next.apply(ask);
        };
        return Variant.of("others_at_work_meanwhile", twist).in(() -> world);
    }

    /** A store that is filled later: for three reads after a write it does not know what the write has brought. */
    private static Twist late(String list, String write, String items) {
        var stale = new AtomicInteger();
        return (ask, next) -> {
            var reply = next.apply(ask);
            boolean reads = ask.method().equals("GET")
                    && ask.path().get(ask.path().size() - 1).equals(list);
            if (ask.method().equals(write)) {
                stale.set(3);
            }
            return reads && stale.getAndDecrement() > 0
                    ? reply.mapping(body -> {
                        body.computeIfPresent(items, (name, all) -> List.of());
                        body.computeIfPresent("count", (name, all) -> 0);
                        return body;
                    })
                    : reply;
        };
    }

    private static Stream<Variant> keys() {
        return Stream.of(
                Variant.of("write_does_not_cover_read", () -> new World(Judged.CONTRACT, 4711, false)),
                Variant.of("keys_with_unrelated_scopes_too", () -> {
                            var world = Judged.world().withoutKeys();
                            for (var operation : Judged.CONTRACT.operations()) {
                                var scopes = new TreeSet<>(operation.scopes());
                                scopes.addAll(Set.of("insight:read", "dashboard:write"));
                                world.key("k" + scopes.hashCode(), scopes, null);
                            }
                            return world;
                        })
                        .incomplete(),
                Variant.of(
                                "one_key_for_everything",
                                () -> Judged.world().withoutKeys().key("all", Set.of("*"), null))
                        .incomplete(),
                Variant.of(
                                "one_key_for_everything_in_its_project",
                                () -> Judged.world().withoutKeys().key("all", Set.of("*"), "1"))
                        .incomplete(),
                Variant.of(
                                "three_keys",
                                () -> Judged.world()
                                        .withoutKeys()
                                        .key("all", Set.of("*"), null)
                                        .key("readers", Set.of("annotation:read", "cohort:read"), null)
                                        .key("other-project", Set.of("*"), "2"))
                        .incomplete(),
                Variant.of("no_key_at_all", () -> Judged.world().withoutKeys()).incomplete());
    }
}
