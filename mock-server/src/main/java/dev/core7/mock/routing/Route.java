package dev.core7.mock.routing;

import dev.core7.contract.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where a path of a request leads.
 *
 * @param operations method → operation, for every operation on that path
 * @param values path parameter → its value in the request
 */
public record Route(Map<String, Operation> operations, Map<String, String> values) {
    private static final List<String> ORDER = List.of("GET", "POST", "PUT", "PATCH", "DELETE");

    /** The operation behind a method; HEAD is answered by the GET. */
    public Optional<Operation> operation(String method) {
        return Optional.ofNullable(operations.get(method.equals("HEAD") ? "GET" : method));
    }

    /** Any operation of the path: all of them share the parameters of the path. */
    public Operation any() {
        return operations.values().iterator().next();
    }

    /** The methods that the path offers, as the {@code Allow} header lists them. */
    public String allow() {
        var methods = new ArrayList<>(ORDER);
        methods.retainAll(operations.keySet());
        if (operations.containsKey("GET")) {
            methods.add("HEAD");
        }
        methods.add("OPTIONS");
        return String.join(", ", methods);
    }
}
