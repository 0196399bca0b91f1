package dev.core7.conformance.benign;

import dev.core7.conformance.benign.HandBrokenTest.Broken;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Faults of lists, of isolation, and of other forms of a request. */
final class Unseen {
    private Unseen() {}

    static Stream<Broken> all() {
        return Stream.of(
                new Broken(
                        "a_page_has_more_items_than_its_limit",
                        "page-size",
                        (ask, next) -> ask.query().containsKey("limit")
                                ? results(next.apply(ask), items -> twice(items))
                                : next.apply(ask)),
                new Broken("a_list_shows_cohorts_of_another_project", "foreign-items-hidden", (ask, next) -> {
                    var reply = next.apply(ask);
                    return ask.isFor("GET", "cohorts", 4) && reply.status() == 200
                            ? results(
                                    reply,
                                    items -> joined(
                                            items,
                                            foreignCohorts()
                                                    .map(id -> Reply.object("id", Integer.valueOf(id)))
                                                    .toList()))
                            : reply;
                }),
                new Broken("the_activity_of_another_project_is_shown", "foreign-items-hidden", (ask, next) -> {
                    var reply = next.apply(ask);
                    return ask.isFor("GET", "cohorts", 5) && ask.id().equals("activity") && reply.status() == 200
                            ? results(
                                    reply,
                                    items -> joined(
                                            items,
                                            foreignCohorts()
                                                    .map(id -> Reply.object("item_id", id))
                                                    .toList()))
                            : reply;
                }),
                new Broken("a_filter_by_a_foreign_comment_finds_all", "foreign-reference-hidden", (ask, next) -> {
                    var reply = next.apply(ask);
                    return ask.query().containsKey("source_comment") && isEmpty(reply)
                            ? next.apply(ask.withoutQuery())
                            : reply;
                }),
                new Broken("a_role_of_another_organization_is_deleted", "foreign-object-hidden", (ask, next) -> {
                    var reply = next.apply(ask);
                    return ask.id().equals(World.FOREIGN_ROLE) && reply.status() == 404 ? Reply.empty(204) : reply;
                }),
                new Broken("allow_is_a_json_array", "allow-header", (ask, next) -> {
                    var reply = next.apply(ask);
                    return reply.status() == 405 ? reply.withHeader("Allow", "[\"GET\", \"PATCH\"]") : reply;
                }),
                new Broken(
                        "escapes_of_two_parts_are_lost",
                        "other-form-same",
                        (ask, next) -> next.apply(
                                ask.text().contains("\\ud83d")
                                        ? ask.withBody(ask.text().replace("\\ud83d\\ude00", "?"))
                                                .withHeader("content-type", "application/json")
                                        : ask)),
                new Broken(
                        "a_body_in_chunks_is_not_read",
                        "other-form-same",
                        (ask, next) ->
                                next.apply(ask.header("transfer-encoding").isEmpty() ? ask : ask.withBody("{}"))),
                new Broken(
                        "a_body_in_chunks_is_a_bad_request",
                        "other-form-same",
                        (ask, next) -> ask.header("transfer-encoding").isEmpty()
                                ? next.apply(ask)
                                : Refused.invalid("parse_error", null).reply()),
                new Broken(
                        "the_first_media_type_wins",
                        "other-form-same",
                        (ask, next) -> next.apply(
                                ask.header("accept").startsWith("text/csv;")
                                        ? ask.withHeader("accept", "text/csv")
                                        : ask)),
                new Broken(
                        "uuids_in_upper_case_are_unknown",
                        "other-form-same",
                        (ask, next) -> ask.text().matches("(?s).*[0-9A-F]{8}-[0-9A-F]{4}-.*[A-F].*")
                                ? Refused.invalid("invalid_input", null).reply()
                                : next.apply(ask)),
                new Broken(
                        "letters_after_an_id_are_ignored",
                        "bad-input-refused",
                        (ask, next) -> next.apply(
                                ask.id().matches("\\d+abc")
                                        ? ask.withPath(4, ask.id().replace("abc", ""))
                                        : ask)));
    }

    private static Reply results(Reply reply, UnaryOperator<List<Object>> change) {
        return reply.mapping(body -> {
            body.computeIfPresent(
                    "results",
                    (name, items) -> items instanceof List<?> list ? change.apply(new ArrayList<>(list)) : items);
            return body;
        });
    }

    private static List<Object> twice(List<Object> items) {
        return joined(items, items);
    }

    private static List<Object> joined(List<Object> items, List<?> others) {
        var all = new ArrayList<>(items);
        all.addAll(others);
        return all;
    }

    private static boolean isEmpty(Reply reply) {
        return reply.body() instanceof Map<?, ?> body && List.of().equals(body.get("results"));
    }

    private static Stream<String> foreignCohorts() {
        return Judged.world().target("http://posthog.example").other().stream()
                .flatMap(other -> other.objects().get("cohorts").stream());
    }
}
