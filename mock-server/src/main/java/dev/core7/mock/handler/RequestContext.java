package dev.core7.mock.handler;

import dev.core7.contract.Operation;
import dev.core7.mock.auth.Credentials;
import dev.core7.mock.auth.MockKey;
import dev.core7.mock.http.MockRequest;
import dev.core7.mock.http.RequestUrl;
import dev.core7.mock.routing.Route;
import dev.core7.mock.state.StoredObject;
import java.util.Map;
import java.util.Optional;

/**
 * What a fault may know about a request.
 *
 * @param template the matching path of the contract
 * @param operation the operation; empty: the path does not offer the method
 * @param values path parameter → its value
 * @param key the request's key, if it is one of the mock's
 * @param object the object in the path, if the mock stores it
 * @param body the body as text
 * @param method the method as it was sent
 * @param url the path and query as they were sent
 * @param contentType the {@code Content-Type} header; empty if there is none
 * @param keyText the key as it was sent; empty if there is none
 * @param keySource the location of the key, in the words of {@link Credentials}; empty if there is none
 */
public record RequestContext(
        String template,
        Optional<Operation> operation,
        Map<String, String> values,
        Optional<MockKey> key,
        Optional<StoredObject> object,
        String body,
        String method,
        RequestUrl url,
        String contentType,
        String keyText,
        String keySource) {
    /** Creates the context of a request. */
    static RequestContext of(MockRequest request, Route route, Optional<StoredObject> object, Optional<MockKey> key) {
        var credentials = Credentials.of(request);
        var contentType = request.header("Content-Type");
        return new RequestContext(
                route.any().path(),
                route.operation(request.method()),
                route.values(),
                key,
                object,
                request.text(),
                request.method(),
                RequestUrl.parse(request.url()),
                contentType == null ? "" : contentType,
                credentials.map(Credentials::text).orElse(""),
                credentials.map(Credentials::source).orElse(""));
    }

    /** Returns whether the request calls an operation. */
    public boolean calls(String operationId) {
        return operation.isPresent() && operation.get().id().equals(operationId);
    }

    /** Returns whether the request's key holds a scope. */
    public boolean holds(String scope) {
        return key.isPresent() && key.get().holds(scope);
    }
}
