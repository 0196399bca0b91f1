package dev.core7.conformance.benign;

import org.jspecify.annotations.Nullable;

/** The request is turned down, with PostHog's error body. */
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Reply reply;

    Refused(Reply reply) {
        this.reply = reply;
    }

    Refused(int status, String type, String code, @Nullable String attr) {
        this(challenged(Reply.json(
                status, Reply.object("type", type, "code", code, "detail", "Said in PostHog's words.", "attr", attr))));
    }

    private static Reply challenged(Reply reply) {
        return reply.status() == 401
                ? reply.withHeader(
                        "WWW-Authenticate", "Bearer resource_metadata=\"https://posthog.example/.well-known\"")
                : reply;
    }

    static Refused invalid(String code, @Nullable String attr) {
        return new Refused(400, "validation_error", code, attr);
    }

    static Refused notFound() {
        return new Refused(404, "invalid_request", "not_found", null);
    }

    static Refused denied() {
        return new Refused(403, "authentication_error", "permission_denied", null);
    }

    Reply reply() {
        return reply;
    }
}
