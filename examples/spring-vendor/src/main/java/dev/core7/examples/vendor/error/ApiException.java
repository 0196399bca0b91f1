package dev.core7.examples.vendor.error;

import dev.core7.server.model.Error;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** An error response. {@link ErrorHandler} writes it. */
public final class ApiException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final String type;
    private final String code;
    private final @Nullable String attr;

    private ApiException(HttpStatus status, String type, String code, String detail, @Nullable String attr) {
        super(detail, null, false, false);
        this.status = status;
        this.type = type;
        this.code = code;
        this.attr = attr;
    }

    /** The key is missing or unknown. */
    public static ApiException unauthenticated(String code, String detail) {
        return new ApiException(HttpStatus.UNAUTHORIZED, "authentication_error", code, detail, null);
    }

    /** The caller does not have the permission. */
    public static ApiException denied(String detail) {
        return new ApiException(HttpStatus.FORBIDDEN, "authentication_error", "permission_denied", detail, null);
    }

    /** The object does not exist, or the caller cannot access it. */
    public static ApiException notFound(String detail) {
        return new ApiException(HttpStatus.NOT_FOUND, "invalid_request", "not_found", detail, null);
    }

    /** The whole request is malformed or unsupported. */
    public static ApiException request(HttpStatus status, String code, String detail) {
        return new ApiException(status, "invalid_request", code, detail, null);
    }

    /** A value is invalid; {@code attr} is the field, if there is one. */
    public static ApiException invalid(String code, String detail, @Nullable String attr) {
        return new ApiException(HttpStatus.BAD_REQUEST, "validation_error", code, detail, attr);
    }

    /** An error of the server. */
    static ApiException serverError() {
        return new ApiException(
                HttpStatus.INTERNAL_SERVER_ERROR, "server_error", "error", "A server error occurred.", null);
    }

    HttpStatus status() {
        return status;
    }

    Error body() {
        return new Error().type(type).code(code).detail(getMessage()).attr(attr);
    }
}
