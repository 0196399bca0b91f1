package dev.core7.examples.vendor.error;

import dev.core7.server.model.Error;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** A request that is not done as asked; thrown where it is noticed, answered by {@link ErrorBodies}. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final String type;
    private final String code;
    private final @Nullable String attr;

    private Refusal(HttpStatus status, String type, String code, String detail, @Nullable String attr) {
        super(detail, null, false, false);
        this.status = status;
        this.type = type;
        this.code = code;
        this.attr = attr;
    }

    /** Nobody knows who asks. */
    public static Refusal unauthenticated(String code, String detail) {
        return new Refusal(HttpStatus.UNAUTHORIZED, "authentication_error", code, detail, null);
    }

    /** Who asks is known, and may not. */
    public static Refusal denied(String detail) {
        return new Refusal(HttpStatus.FORBIDDEN, "authentication_error", "permission_denied", detail, null);
    }

    /** There is no such thing, or not for this caller. */
    public static Refusal notFound(String detail) {
        return new Refusal(HttpStatus.NOT_FOUND, "invalid_request", "not_found", detail, null);
    }

    /** The request as a whole cannot be understood or offered. */
    public static Refusal request(HttpStatus status, String code, String detail) {
        return new Refusal(status, "invalid_request", code, detail, null);
    }

    /** What was sent breaks a rule; {@code attr} is the field, where it is one. */
    public static Refusal invalid(String code, String detail, @Nullable String attr) {
        return new Refusal(HttpStatus.BAD_REQUEST, "validation_error", code, detail, attr);
    }

    /** The server is at fault. */
    static Refusal fault() {
        return new Refusal(HttpStatus.INTERNAL_SERVER_ERROR, "server_error", "error", "A server error occurred.", null);
    }

    HttpStatus status() {
        return status;
    }

    Error body() {
        return new Error().type(type).code(code).detail(getMessage()).attr(attr);
    }
}
