package dev.core7.mock;

import dev.core7.contract.Operation;
import dev.core7.mock.state.Kept;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * One request as a fault sees it.
 *
 * @param template the path of the contract that it fits
 * @param operation the operation it calls; empty: the path does not offer the method
 * @param values path parameter → its value
 * @param key the key it brings, if it is one of the mock's
 * @param object the object that it is about, where the mock keeps state and has it
 */
public record Call(
        String template,
        Optional<Operation> operation,
        Map<String, String> values,
        Optional<MockKey> key,
        Optional<Kept> object,
        String body) {
    static Call of(Incoming request, Route route, Optional<Kept> object, Collection<String> scopes) {
        return new Call(
                route.any().path(),
                route.operation(request.method()),
                route.values(),
                Credentials.of(request).flatMap(credentials -> MockKey.parse(credentials.text(), scopes)),
                object,
                request.text());
    }

    /** Whether it calls that operation. */
    public boolean calls(String operationId) {
        return operation.isPresent() && operation.get().id().equals(operationId);
    }

    /** Whether its key holds a scope. */
    public boolean holds(String scope) {
        return key.isPresent() && key.get().holds(scope);
    }
}
