package dev.core7.conformance.benign;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a server may do with its objects, and what it is lent. */
final class ObjectVariants {
    private ObjectVariants() {}

    static Stream<Variant> all() {
        return Stream.of(
                in("a_deleted_annotation_can_be_retrieved", ObjectVariants::withDeletedOnes)
                        .warnedOf("deleted-hidden", "the page does not say what retrieving one answers"),
                in("a_dynamic_cohort_holds_the_lent_person", ObjectVariants::withEverybody),
                in("a_bad_value_is_tolerated_and_kept", ObjectVariants::tolerant)
                        .warnedOf("bad-input-refused", "the kit's SHOULD is a refusal"),
                in("an_annotation_of_the_organization_is_in_every_project", ObjectVariants::sharing),
                Variant.of("a_member_who_is_no_administrator", (ask, next) -> {
                            var reply = next.apply(ask);
                            boolean deletes = ask.path().get(1).equals("organizations") && reply.status() / 100 != 4;
                            return deletes ? Refused.denied().reply() : reply;
                        })
                        .incomplete(),
                Variant.of("a_comment_of_words_that_no_search_looks_for", () -> {
                    var world = Judged.world();
                    var comments = world.posthog().project("1").comments();
                    var comment = comments.seed("because having through", false);
                    comments.everything().remove(comment);
                    comments.everything().add(0, comment);
                    return world;
                }),
                Variant.of("a_cohort_without_description_is_described_by_its_name", described()),
                Variant.of("contents_of_400_characters", shortContents()),
                Variant.of("no_person_is_lent", () -> Judged.world().withoutPersons())
                        .incomplete());
    }

    private static Twist described() {
        var described = new ConcurrentHashMap<String, String>();
        return (ask, next) -> {
            var reply = next.apply(ask);
            if (ask.isFor("POST", "cohorts", 4)
                    && !ask.fieldsOrNone().containsKey("description")
                    && reply.body() instanceof Map<?, ?> created
                    && created.get("name") instanceof String name) {
                described.put(String.valueOf(created.get("id")), name);
            } else if (ask.fieldsOrNone().containsKey("description")) {
                described.remove(ask.id());
            }
            return Shapes.objects(object -> {
                        var name = described.get(String.valueOf(object.get("id")));
                        return name == null || !object.containsKey("description")
                                ? object
                                : HandBrokenTest.put(object, "description", name);
                    })
                    .answer(ask, same -> reply);
        };
    }

    /** As in PostHog before 2025. */
    private static Twist shortContents() {
        return (ask, next) -> ask.fieldsOrNone().get("content") instanceof String text && text.length() > 400
                ? Refused.invalid("max_length", "content").reply()
                : next.apply(ask);
    }

    /** A variant whose server looks into the project that is judged. */
    private static Variant in(String name, BiFunction<World, PostHog.Project, Twist> twist) {
        var world = Judged.world();
        return Variant.of(name, twist.apply(world, world.posthog().project("1")))
                .in(() -> world);
    }

    private static Twist withDeletedOnes(World world, PostHog.Project project) {
        return (ask, next) -> {
            var reply = next.apply(ask);
            boolean isOurs = ask.path().get(2).equals("1");
            return isOurs && ask.isFor("GET", "annotations", 5) && reply.status() == 404
                    ? found(project.annotations().everything(), ask)
                            .map(annotation -> Reply.json(200, Reply.object(annotation)))
                            .findFirst()
                            .orElse(reply)
                    : reply;
        };
    }

    private static Twist withEverybody(World world, PostHog.Project project) {
        return (ask, next) -> {
            var reply = next.apply(ask);
            boolean members =
                    ask.isFor("GET", "cohorts", 6) && ask.path().get(5).equals("persons");
            boolean dynamic = found(project.cohorts().everything(), ask).anyMatch(cohort -> !Cohorts.isStatic(cohort));
            var everybody = world.posthog().persons().stream()
                    .map(CohortPersons::person)
                    .toList();
            return members && dynamic
                    ? reply.mapping(body -> {
                        body.computeIfPresent("results", (name, items) -> everybody);
                        return body;
                    })
                    : reply;
        };
    }

    /** What is no boolean is false: so a static cohort becomes a dynamic one. */
    private static Twist tolerant(World world, PostHog.Project project) {
        return (ask, next) -> {
            var reply = next.apply(ask);
            boolean wrong = ask.isFor("PATCH", "cohorts", 5)
                    && reply.status() == 400
                    && new String(ask.body(), StandardCharsets.UTF_8).contains("\"is_static\":{");
            if (wrong) {
                found(project.cohorts().everything(), ask).forEach(cohort -> cohort.put("is_static", false));
                return Reply.json(
                        200,
                        Reply.object(found(project.cohorts().everything(), ask)
                                .findFirst()
                                .orElseThrow()));
            }
            return reply;
        };
    }

    /** An annotation of the other project is shared; an update through this project would move it here. */
    private static Twist sharing(World world, PostHog.Project project) {
        var shared = world.posthog().project("2").annotations().everything();
        shared.forEach(annotation -> annotation.put("scope", "organization"));
        project.annotations().everything().addAll(shared);
        return (ask, next) -> {
            boolean written =
                    !ask.method().equals("GET") && found(shared, ask).findAny().isPresent();
            if (written && ask.path().get(3).equals("annotations")) {
                throw new AssertionError("an annotation of another project is written to");
            }
            return next.apply(ask);
        };
    }

    private static Stream<Map<String, @Nullable Object>> found(List<Map<String, @Nullable Object>> all, Ask ask) {
        return all.stream().filter(object -> ask.id().equals(String.valueOf(object.get("id"))));
    }
}
