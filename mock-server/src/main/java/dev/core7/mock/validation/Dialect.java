package dev.core7.mock.validation;

import dev.core7.contract.Operation;
import dev.core7.mock.http.MockRequest;
import dev.core7.mock.http.MockResponse;
import dev.core7.mock.http.PostHogError;
import dev.core7.mock.http.Refusal.Reason;
import dev.core7.mock.http.RequestUrl;
import dev.core7.mock.routing.Route;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a kind of server does with requests beyond what a contract can say. The defaults are those of HTTP and OpenAPI. */
public interface Dialect {
    /** Reads the body of a request to an operation that has one. */
    default BodyReading read(Operation operation, RequestBody body, StoredFields stored) {
        return StandardBodies.read(operation, body);
    }

    /** Returns the query parameters because of which a request is refused. */
    default List<RefusedPart> refusedParameters(Operation operation, RequestUrl url) {
        return List.of();
    }

    /** Returns why the server cannot respond in a media type that the request accepts. */
    default Optional<RefusedPart> notAcceptable(MockRequest request, Operation operation) {
        return MediaTypeCheck.notAcceptable(
                request, operation, operation.success().content().keySet());
    }

    /** Returns the error that takes precedence over a missing or wrong key. */
    default Optional<PostHogError> beforeKey(MockRequest request, Route route) {
        return Optional.empty();
    }

    /** Returns the error for a method that a path does not offer. */
    default PostHogError methodNotOffered(String method, Route route) {
        return PostHogError.methodNotAllowed(method);
    }

    /** Returns the scopes that OPTIONS needs; empty: it does not even need a key. */
    default Optional<Set<String>> scopesForOptions(Route route) {
        return Optional.empty();
    }

    /** Returns the response to OPTIONS, without {@code Allow}. */
    default MockResponse options(Route route) {
        return new MockResponse(204, Map.of(), "");
    }

    /** Returns an error in the media type that the request prefers. */
    default MockResponse rendered(MockRequest request, Route route, MockResponse response) {
        return response;
    }

    /** Returns the message of a refusal that depends on stored objects. */
    default String detail(Operation operation, Reason reason, String detail) {
        return detail;
    }

    /** Returns the dialect of a contract without one. */
    static Dialect standard() {
        return new Dialect() {};
    }
}
