package dev.core7.conformance.benign;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** What a server may decide for itself: statuses, refusals, what is looked at first. */
final class PolicyVariants {
    private static final Set<String> BODILESS = Set.of(
            "activity", "calculation_history", "add_persons_to_static_cohort", "remove_person_from_static_cohort");

    private PolicyVariants() {}

    static Stream<Variant> all() {
        return Stream.of(bodies(), errors(), lookups()).flatMap(Function.identity());
    }

    private static Stream<Variant> bodies() {
        return Stream.of(
                Variant.of("no_body_where_the_page_shows_none", bodiless(Reply::empty)),
                Variant.of("no_body_but_its_type", bodiless(status -> Reply.text(status, "application/json", ""))),
                Variant.of(
                        "a_405_with_a_json_body",
                        on405(new Refused(405, "invalid_request", "method_not_allowed", null)
                                .reply()
                                .withHeader("Allow", "GET"))),
                Variant.of(
                        "a_405_with_a_text_body",
                        on405(Reply.text(405, "text/plain", "Method Not Allowed")
                                .withHeader("Allow", "GET, PATCH"))),
                Variant.of("a_405_that_allows_nothing", on405(Reply.empty(405).withHeader("Allow", ""))),
                Variant.of(
                        "allow_lists_more_methods",
                        on405(Reply.empty(405)
                                .withHeader("Allow", "GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS, TRACE"))),
                Variant.of("a_405_without_allow", on405(Reply.empty(405)))
                        .warnedOf("allow-header", "RFC 9110 demands Allow; the page does not"));
    }

    private static Twist bodiless(Function<Integer, Reply> none) {
        return Shapes.answers(
                (ask, reply) -> reply.status() == 200
                        && BODILESS.contains(ask.path().get(ask.path().size() - 1)),
                reply -> none.apply(reply.status()));
    }

    private static Twist on405(Reply other) {
        return Shapes.answers((ask, reply) -> reply.status() == 405, reply -> other);
    }

    private static Stream<Variant> errors() {
        return Stream.of(
                Variant.of(
                        "problem_details",
                        Shapes.errors(reply -> reply.withHeader("Content-Type", "application/problem+json")
                                .withBody(new Reply.Text("{\"title\": \"No\", \"status\": 400}")))),
                Variant.of(
                        "more_in_the_error_body",
                        Shapes.errors(reply -> reply.mapping(body -> {
                            body.put("extra", null);
                            body.put("error_event_id", "0190");
                            return body;
                        }))),
                Variant.of(
                                "an_error_body_of_its_own",
                                Shapes.errors(reply -> reply.withBody(Reply.object("error", "no"))))
                        .warnedOf("error-body", "PostHog's error body is PostHog's behaviour, not on the page"),
                Variant.of(
                                "errors_without_body",
                                Shapes.errors(reply ->
                                        reply.withoutHeader("Content-Type").withBody(null)))
                        .warnedOf("error-body", "PostHog's error body is PostHog's behaviour, not on the page"),
                Variant.of(
                        "bad_fields_answered_422",
                        Shapes.errors(reply -> reply.status() == 400 ? reply.withStatus(422) : reply)),
                Variant.of(
                        "unknown_keys_are_challenged",
                        Shapes.errors(reply ->
                                reply.withHeader("WWW-Authenticate", "Bearer realm=\"api\", error=\"invalid_token\""))),
                Variant.of("an_unlisted_key_of_another_project_finds_nothing", (ask, next) -> {
                    var reply = next.apply(ask);
                    boolean foreign =
                            reply.status() == 403 && ask.header("authorization").contains("other-project");
                    return foreign ? Refused.notFound().reply() : reply;
                }),
                Variant.of(
                                "hides_behind_404_what_a_key_may_not_do",
                                Shapes.errors(reply -> reply.status() == 403 ? reply.withStatus(404) : reply))
                        .warnedOf("refusal-status", "RFC 9110 allows 404 for 403; the kit's SHOULD is PostHog's 403"),
                Variant.of("a_401_without_a_challenge", Shapes.errors(reply -> reply.withoutHeader("WWW-Authenticate")))
                        .warnedOf("challenge", "RFC 9110 §15.5.2 demands a challenge; the page does not"),
                Variant.of("a_proxy_that_refuses_long_headers", (ask, next) -> {
                    boolean isLong = ask.header("authorization").length() > 4096
                            || ask.query().values().stream().anyMatch(value -> value.length() > 4096);
                    return isLong
                            ? Reply.text(400, "text/html", "<h1>Request Header Or Cookie Too Large</h1>")
                            : next.apply(ask);
                }),
                Variant.of("a_key_is_read_from_the_header_only", (ask, next) -> next.apply(ask.withoutKeyElsewhere())),
                Variant.of(
                                "an_empty_key_is_a_bad_request",
                                (ask, next) ->
                                        ask.header("authorization").strip().equals("Bearer")
                                                ? new Refused(400, "invalid_request", "parse_error", null).reply()
                                                : next.apply(ask))
                        .warnedOf("refusal-status", "RFC 6750 §3.1 has 400 for a malformed request"),
                Variant.of(
                                "credentials_of_another_scheme_are_a_bad_request",
                                (ask, next) -> ask.header("authorization").startsWith("Token")
                                        ? new Refused(400, "invalid_request", "parse_error", null).reply()
                                        : next.apply(ask))
                        .warnedOf("refusal-status", "RFC 6750 §3.1 has 400 for a malformed request"),
                Variant.of(
                                "forbids_where_nobody_is_known",
                                Shapes.errors(reply -> reply.status() == 401 ? reply.withStatus(403) : reply))
                        .warnedOf("refusal-status", "RFC 9110 has 401 where there are no credentials"),
                Variant.of("a_foreign_key_is_unknown_here", (ask, next) -> {
                            var reply = next.apply(ask);
                            boolean foreign = ask.header("authorization").contains("other-project");
                            return foreign
                                    ? new Refused(401, "authentication_error", "authentication_failed", null).reply()
                                    : reply;
                        })
                        .warnedOf("refusal-status", "the kit's SHOULD is PostHog's 403")
                        .incomplete());
    }

    private static Stream<Variant> lookups() {
        return Stream.of(
                Variant.of(
                        "a_malformed_id_is_a_bad_request",
                        (ask, next) -> ask.id().equals("abc")
                                ? Refused.invalid("invalid_input", "id").reply()
                                : next.apply(ask)),
                Variant.of(
                                "a_malformed_id_leads_to_a_page_of_the_proxy",
                                (ask, next) -> ask.id().equals("abc")
                                        ? Reply.text(404, "text/html", "<h1>404 Not Found</h1>")
                                        : next.apply(ask))
                        .warnedOf("error-body", "PostHog answers its error body there too"),
                Variant.of(
                        "a_path_without_the_slash_is_a_page_of_the_web_application",
                        (ask, next) -> ask.address().endsWith("/")
                                ? next.apply(ask)
                                : Reply.text(200, "text/html", "<div id=app></div>")),
                Variant.of(
                        "a_text_too_long_is_too_much_content",
                        (ask, next) -> ask.body().length > 8192 ? Reply.empty(413) : next.apply(ask)),
                Variant.of(
                        "an_unknown_id_is_gone",
                        Shapes.answers(
                                (ask, reply) ->
                                        reply.status() == 404 && ask.id().equals("987654321"),
                                reply -> reply.withStatus(410))),
                Variant.of(
                        "a_foreign_object_is_forbidden",
                        (ask, next) -> List.of("4713", "4714", "4715", "4716").contains(ask.id())
                                        && next.apply(ask).status() == 404
                                ? Refused.denied().reply()
                                : next.apply(ask)),
                Variant.of(
                        "delete_of_an_unknown_id_finds_nothing",
                        (ask, next) -> ask.method().equals("DELETE")
                                        && ask.id().equals("987654321")
                                        && next.apply(ask).status() == 405
                                ? Refused.notFound().reply()
                                : next.apply(ask)),
                Variant.of(
                        "bad_query_parameters_are_ignored",
                        (ask, next) ->
                                next.apply(ask.query().containsValue("no-such-value") ? ask.withoutQuery() : ask)),
                Variant.of("bad_query_parameters_are_refused", (ask, next) -> {
                    var reply = next.apply(ask);
                    return reply.status() == 200 && ask.query().containsValue("no-such-value")
                            ? Refused.invalid("invalid_input", "limit").reply()
                            : reply;
                }),
                Variant.of(
                                "the_slash_at_the_end_is_demanded",
                                (ask, next) -> ask.address().endsWith("/")
                                        ? next.apply(ask)
                                        : Refused.notFound().reply())
                        .warnedOf("other-form-same", "the page writes paths with and without the slash"),
                Variant.of("a_request_with_unknown_fields_is_refused", (ask, next) -> {
                            boolean known = !ask.header("content-type").startsWith("application/json")
                                    || ask.body().length == 0
                                    || hasKnownFields(ask);
                            return known
                                    ? next.apply(ask)
                                    : Refused.invalid("unknown", null).reply();
                        })
                        .warnedOf("sent-back", "PostHog ignores fields that only the server sets"),
                Variant.of("nothing_to_see_in_lists_below_a_foreign_cohort", (ask, next) -> {
                            var reply = next.apply(ask);
                            boolean list =
                                    ask.path().size() == 6 && ask.method().equals("GET");
                            return list && reply.status() == 404
                                    ? Reply.json(
                                            200,
                                            Reply.object(
                                                    "results", List.of(), "count", 0, "next", null, "previous", null))
                                    : reply;
                        })
                        .warnedOf("unknown-object-not-found", "an empty list, where 404 is expected")
                        .warnedOf("bad-input-refused", "an empty list, where 400 or 404 is expected"));
    }

    private static final Set<String> KNOWN = Set.of(
            "content",
            "date_marker",
            "creation_type",
            "dashboard_item",
            "dashboard_id",
            "deleted",
            "scope",
            "name",
            "description",
            "groups",
            "filters",
            "query",
            "is_static",
            "cohort_type",
            "_create_in_folder",
            "_create_static_person_ids",
            "person_ids",
            "person_id");

    /** Whether all fields are known; what is no object has none. */
    private static boolean hasKnownFields(Ask ask) {
        try {
            return KNOWN.containsAll(ask.fields().keySet());
        } catch (Refused e) {
            return true;
        }
    }
}
