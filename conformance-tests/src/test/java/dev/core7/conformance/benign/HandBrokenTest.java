package dev.core7.conformance.benign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.conformance.result.Outcome;
import dev.core7.conformance.result.Result;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same server with one real fault, of kinds that the mock does not play: each is blamed, by the check that should. */
class HandBrokenTest {
    record Broken(String name, String check, Twist twist) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Broken> found() {
        return Stream.of(
                new Broken(
                        "retrieve_answers_another_object",
                        "same-object",
                        (ask, next) -> ask.isFor("GET", "annotations", 5)
                                ? next.apply(ask).mapping(body -> put(body, "id", 1))
                                : next.apply(ask)),
                new Broken(
                        "create_answers_without_id",
                        "response-body",
                        Shapes.answers(
                                (ask, reply) -> reply.status() == 201,
                                reply -> reply.mapping(body -> {
                                    body.remove("id");
                                    return body;
                                }))),
                new Broken(
                        "csv_is_json",
                        "content-type",
                        (ask, next) -> next.apply(
                                ask.query().containsKey("format")
                                        ? ask.withoutQuery().withHeader("accept", "*/*")
                                        : ask)),
                new Broken("objects_of_other_projects_are_answered", "foreign-object-hidden", (ask, next) -> {
                    var reply = next.apply(ask);
                    return reply.status() == 404
                                    && ask.method().equals("GET")
                                    && ask.isFor("GET", "annotations", 5)
                                    && ask.id().matches("47\\d\\d")
                            ? next.apply(ask.withPath(4, "4712"))
                            : reply;
                }),
                new Broken(
                        "a_foreign_key_lists_what_is_ours",
                        "foreign-key-refused",
                        (ask, next) -> next.apply(
                                ask.header("authorization").contains("other-project")
                                                && ask.path().size() == 4
                                        ? ask.withPath(2, "2")
                                        : ask)),
                new Broken("a_refusal_tells_the_object_all_the_same", "scope-required", told(403, 5)),
                new Broken("nobody_is_told_the_list_all_the_same", "credentials-required", told(401, 4)),
                new Broken("a_refused_update_is_done", "no-effect-after-refusal", refused("PATCH", 5)),
                new Broken("a_refused_create_is_done", "no-effect-after-refusal", refused("POST", 4)),
                new Broken(
                        "ok_with_an_error_body",
                        "response-body",
                        (ask, next) -> ask.isFor("GET", "cohorts", 5)
                                ? Refused.denied().reply().withStatus(200)
                                : next.apply(ask)),
                new Broken(
                        "an_object_where_a_list_belongs",
                        "response-body",
                        (ask, next) -> ask.isFor("GET", "comments", 4)
                                ? next.apply(ask).mapping(body -> put(body, "results", Map.of()))
                                : next.apply(ask)),
                new Broken(
                        "an_empty_page_is_null",
                        "offset",
                        (ask, next) -> next.apply(ask).mapping(body -> {
                            body.computeIfPresent(
                                    "results", (name, items) -> List.of().equals(items) ? null : items);
                            return body;
                        })),
                new Broken("a_key_that_begins_like_one_is_accepted", "unknown-key-refused", beginning()),
                new Broken(
                        "a_project_that_nobody_has_is_ours",
                        "bad-input-refused",
                        (ask, next) -> next.apply(ask.path().get(2).equals("987654321") ? ask.withPath(2, "1") : ask)),
                new Broken(
                        "create_answers_the_flag_turned_round",
                        "shown-as-written",
                        Shapes.answers(
                                (ask, reply) -> reply.status() == 201 && ask.isFor("POST", "cohorts", 4),
                                reply -> reply.mapping(
                                        body -> put(body, "is_static", !Boolean.TRUE.equals(body.get("is_static")))))),
                new Broken("update_answers_what_was_before", "shown-as-written", before()),
                new Broken(
                        "a_method_not_offered_is_refused_without_allow",
                        "allow-header",
                        (ask, next) -> ask.method().equals("POST") && !ask.id().isEmpty()
                                ? Reply.empty(405)
                                : next.apply(ask)),
                new Broken(
                        "head_fails",
                        "no-server-error",
                        (ask, next) -> ask.method().equals("HEAD") ? Reply.empty(500) : next.apply(ask)),
                new Broken("only_the_first_of_several_members_is_added", "all-added", WrongMembers.onlyFirstAdded()),
                new Broken("another_member_is_removed", "one-removed", WrongMembers.firstRemoved()),
                new Broken(
                        "members_are_lost_when_their_cohort_is_restored",
                        "members-restored",
                        WrongMembers.lostOnRestore()),
                new Broken("a_member_can_be_removed_once_only", "removed-again", WrongMembers.removedOnce()),
                new Broken(
                        "a_search_finds_what_is_in_another_project",
                        "narrower",
                        (ask, next) -> "e".equals(ask.query().get("search"))
                                ? next.apply(ask).mapping(body -> put(body, "results", List.of(Map.of("id", 987))))
                                : next.apply(ask)),
                new Broken(
                        "the_oldest_cohort_comes_first",
                        "order",
                        (ask, next) -> ask.isFor("GET", "cohorts", 4)
                                ? next.apply(ask).mapping(body -> {
                                    body.computeIfPresent("results", (name, items) -> reversed((List<?>) items));
                                    return body;
                                })
                                : next.apply(ask)),
                new Broken("creates_at_the_same_time_make_one_object", "own-objects", MixedUp.oneObject()),
                new Broken("updates_at_the_same_time_answer_each_other", "own-responses", MixedUp.crosswise("PATCH")),
                new Broken("reads_at_the_same_time_answer_each_other", "own-responses", MixedUp.crosswise("GET")),
                new Broken("a_member_added_at_the_same_time_is_lost", "both-added", MixedUp.lostMember()),
                new Broken("an_object_is_missing_while_it_is_updated", "readable", MixedUp.missing()),
                new Broken(
                        "deletes_for_good",
                        "status-code",
                        (ask, next) ->
                                ask.method().equals("DELETE") ? next.apply(ask).withStatus(204) : next.apply(ask)));
    }

    /** A key that lacks the scope is refused, and what it asked for is done all the same. */
    private static Twist refused(String method, int segments) {
        return (ask, next) -> {
            var reply = next.apply(ask);
            if (reply.status() == 403 && ask.isFor(method, "annotations", segments)) {
                next.apply(asGod(ask));
            }
            return reply;
        };
    }

    private static List<?> reversed(List<?> items) {
        var reversed = new ArrayList<>(items);
        Collections.reverse(reversed);
        return reversed;
    }

    private static Twist beginning() {
        return (ask, next) -> {
            var reply = next.apply(ask);
            var key = ask.header("authorization");
            return reply.status() == 401 && !key.isEmpty()
                    ? next.apply(ask.withHeader("authorization", key.substring(0, key.length() - 1)))
                    : reply;
        };
    }

    private static Twist before() {
        return (ask, next) -> {
            if (!ask.isFor("PATCH", "annotations", 5)) {
                return next.apply(ask);
            }
            var old =
                    next.apply(asGod(new Ask("GET", ask.path(), Map.of(), ask.headers(), new byte[0], ask.address())));
            var reply = next.apply(ask);
            return reply.status() == 200 ? old : reply;
        };
    }

    /** The status is that of a refusal, and the body what was asked for. */
    private static Twist told(int status, int segments) {
        return (ask, next) -> next.apply(ask).status() == status && ask.isFor("GET", "annotations", segments)
                ? next.apply(asGod(ask)).withStatus(status)
                : next.apply(ask);
    }

    /** What the broken server itself uses. */
    private static final String GOD = "Bearer phx_of_the_server_itself";

    /** The same for the other project. */
    private static final String GOD_ELSEWHERE = "Bearer phx_of_the_server_elsewhere";

    /** The request with a key that may do everything in the other project. */
    static Ask asGodElsewhere(Ask ask) {
        return ask.withHeader("authorization", GOD_ELSEWHERE);
    }

    /** The request with a key that may do everything. */
    static Ask asGod(Ask ask) {
        return ask.withHeader("authorization", GOD);
    }

    /** Changes the field of an object that has it. */
    static Map<String, @Nullable Object> replace(
            Map<String, @Nullable Object> object, String name, @Nullable Object value) {
        return object.containsKey(name) ? put(object, name, value) : object;
    }

    static Map<String, @Nullable Object> put(Map<String, @Nullable Object> body, String name, @Nullable Object value) {
        body.put(name, value);
        return body;
    }

    static Stream<Broken> overlooked() {
        return Overlooked.all();
    }

    static Stream<Broken> repeated() {
        return Repeated.all();
    }

    static Stream<Broken> unseen() {
        return Unseen.all();
    }

    static Stream<Broken> otherwise() {
        return Otherwise.all();
    }

    static Stream<Broken> oneOfMany() {
        return OneOfMany.all();
    }

    static Stream<Broken> elsewhere() {
        return Elsewhere.all();
    }

    static Stream<Broken> unusual() {
        return Unusual.all();
    }

    static Stream<Broken> reused() {
        return Reused.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({
        "found",
        "overlooked",
        "repeated",
        "unseen",
        "otherwise",
        "oneOfMany",
        "reused",
        "elsewhere",
        "unusual"
    })
    void is_blamed(Broken broken) {
        assertThat(blamed(broken)).as(broken.name()).contains(broken.check());
    }

    private static List<String> blamed(Broken broken) {
        var world = Judged.world();
        world.posthog().grant(GOD.substring(7), Set.of("*"), null);
        world.posthog().grant(GOD_ELSEWHERE.substring(7), Set.of("*"), "2");
        return Judged.inside(world, broken.twist(), true).results(Outcome.Failed.class).stream()
                .map(Result::check)
                .distinct()
                .toList();
    }
}
