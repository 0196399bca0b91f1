package dev.core7.conformance.benign;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a server may answer to methods that are not documented. */
final class MethodVariants {
    private MethodVariants() {}

    static Stream<Variant> all() {
        return Stream.of(heads(), options(), posts()).flatMap(Function.identity());
    }

    private static Stream<Variant> heads() {
        return IntStream.of(200, 204, 302, 400, 401, 403, 404, 405, 409, 501)
                .mapToObj(status -> status / 100 == 2
                        ? method("HEAD", status)
                        : method("HEAD", status)
                                .warnedOf("other-form-same", "RFC 9110 §9.1: HEAD is supported where GET is"));
    }

    private static Stream<Variant> options() {
        return Stream.concat(
                IntStream.of(200, 204, 301, 401, 403, 404, 405, 406, 409, 501)
                        .mapToObj(status -> method("OPTIONS", status)),
                Stream.of(Variant.of(
                        "options_describes_the_view",
                        (ask, next) -> ask.method().equals("OPTIONS")
                                ? Reply.json(200, Reply.object("name", "Cohort List", "renders", List.of("text/csv")))
                                : next.apply(ask))));
    }

    private static Variant method(String method, int status) {
        return Variant.of(
                method.toLowerCase(Locale.ROOT) + "_is_" + status,
                (ask, next) -> ask.method().equals(method) ? answer(status) : next.apply(ask));
    }

    private static Stream<Variant> posts() {
        return IntStream.of(400, 401, 403, 404, 405, 406, 409, 411, 413, 415, 422, 501)
                .mapToObj(status -> Variant.of("unknown_post_is_" + status, (ask, next) -> {
                    boolean plain = ask.path().size() == 4 || !ask.method().equals("POST");
                    return plain ? next.apply(ask) : answer(status);
                }));
    }

    private static Reply answer(int status) {
        var reply = Reply.empty(status);
        return status == 405 ? reply.withHeader("Allow", "GET") : reply;
    }
}
