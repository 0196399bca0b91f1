package dev.core7.mock.http;

import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/**
 * An error response in PostHog's words.
 *
 * @param attr the field of the request that is wrong; null: none
 */
public record PostHogError(
        int status,
        String type,
        String code,
        String detail,
        @Nullable String attr) {
    private static final String AUTHENTICATION = "authentication_error";

    /** The {@code Retry-After} of a throttled request, in seconds. */
    public static final String RETRY_AFTER = "60";

    private static final int UNAUTHORIZED = 401;
    private static final String REQUEST = "invalid_request";

    /** Returns the error for a request without a key. */
    public static PostHogError notAuthenticated() {
        return new PostHogError(
                401, AUTHENTICATION, "not_authenticated", "Authentication credentials were not provided.", null);
    }

    /** Returns the error for a key that does not exist. */
    public static PostHogError unknownKey(String source) {
        return new PostHogError(
                401,
                AUTHENTICATION,
                "authentication_failed",
                "Personal API key found in request " + source + " is invalid.",
                null);
    }

    /** Returns the error for a key that lacks a scope. */
    public static PostHogError missingScope(String scope) {
        return denied("API key missing required scope '" + scope + "'");
    }

    /** Returns the error for a key that is limited to another project. */
    public static PostHogError otherProject(String project) {
        return denied("API key does not have access to the requested project: ID " + project + ".");
    }

    /** Returns the error for a key that is limited to a project, on a path without a project. */
    public static PostHogError projectKeyElsewhere() {
        return denied("API keys with scoped projects are only supported on project-based endpoints.");
    }

    /** Returns the error for a missing permission. */
    public static PostHogError denied(String detail) {
        return new PostHogError(403, AUTHENTICATION, "permission_denied", detail, null);
    }

    /** Returns the error for an object or path that does not exist. */
    public static PostHogError notFound(String detail) {
        return new PostHogError(404, REQUEST, "not_found", detail, null);
    }

    /** Returns the error for a method that the path does not allow. */
    public static PostHogError methodNotAllowed(String method) {
        return new PostHogError(405, REQUEST, "method_not_allowed", "Method \"" + method + "\" not allowed.", null);
    }

    /** Returns the error for an {@code Accept} header that allows none of the documented media types. */
    public static PostHogError notAcceptable() {
        return new PostHogError(406, REQUEST, "not_acceptable", "Could not satisfy the request Accept header.", null);
    }

    /** Returns the error for a body that is not JSON. */
    public static PostHogError notJson(String reason) {
        return new PostHogError(400, REQUEST, "parse_error", "JSON parse error - " + reason, null);
    }

    /** Returns the error for an invalid field; {@code attr} is null if it concerns the whole body. */
    public static PostHogError invalid(String code, String detail, @Nullable String attr) {
        return new PostHogError(400, "validation_error", code, detail, attr);
    }

    /** Returns the error for input that is invalid as a whole. */
    public static PostHogError invalidInput(String detail) {
        return invalid("invalid_input", detail, null);
    }

    /** Returns the error for a body of a media type that PostHog does not read. */
    public static PostHogError unsupportedMediaType(String mediaType) {
        return new PostHogError(
                415,
                REQUEST,
                "unsupported_media_type",
                "Unsupported media type \"" + mediaType + "\" in request.",
                null);
    }

    /** Returns the error for a request that the server refuses before it reaches an operation. */
    public static PostHogError refused(int status, String detail) {
        return new PostHogError(status, status < 500 ? REQUEST : "server_error", "error", detail, null);
    }

    /** Returns PostHog's error for a status. */
    public static PostHogError ofStatus(int status) {
        return switch (status) {
            case 400 -> invalidInput("Invalid input.");
            case 401 -> notAuthenticated();
            case 403 -> denied("You do not have permission to perform this action.");
            case 404 -> notFound("Not found.");
            case 405 -> new PostHogError(405, REQUEST, "method_not_allowed", "Method not allowed.", null);
            case 406 -> notAcceptable();
            case 429 ->
                new PostHogError(
                        429,
                        "throttled_error",
                        "throttled",
                        "Request was throttled. Expected available in " + RETRY_AFTER + " seconds.",
                        null);
            case 503 ->
                new PostHogError(
                        503, "server_error", "database_unavailable", "The database is temporarily unavailable.", null);
            default -> refused(status, status < 500 ? "The request was refused." : "A server error occurred.");
        };
    }

    /** Returns the response with this error; a 401 names the scheme of the credentials (RFC 9110 §15.5.2). */
    public MockResponse response() {
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put("type", type);
        body.put("code", code);
        body.put("detail", detail);
        body.put("attr", attr);
        var response = MockResponse.json(status, body);
        return status == UNAUTHORIZED ? response.withHeader("WWW-Authenticate", "Bearer") : response;
    }
}
