package dev.core7.mock.routing;

import dev.core7.contract.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The operations that a request path matches.
 *
 * @param operations method → operation
 * @param values path parameter → its value in the request
 */
public record Route(Map<String, Operation> operations, Map<String, String> values) {
    /** One parameter for the project or organization, a name, and perhaps an id. */
    private static final Pattern COLLECTION_OR_OBJECT =
            Pattern.compile("(/[^{}/]+)+/\\{[^{}/]+}/[^{}/]+(/\\{[^{}/]+})?/?");

    private static final List<String> ORDER = List.of("GET", "POST", "PUT", "PATCH", "DELETE");

    /** Returns the operation for a method; HEAD uses that for GET. */
    public Optional<Operation> operation(String method) {
        return Optional.ofNullable(operations.get(method.equals("HEAD") ? "GET" : method));
    }

    /** Returns whether the path is that of a collection or of one of its objects, not of an action on them. */
    public boolean isCollectionOrObject() {
        return isCollectionOrObject(any().path());
    }

    /** Returns whether a path of the contract is that of a collection or of one of its objects. */
    public static boolean isCollectionOrObject(String path) {
        return COLLECTION_OR_OBJECT.matcher(path).matches();
    }

    /** Returns any operation of the path, for what all of them share, such as path parameters. */
    public Operation any() {
        return operations.values().iterator().next();
    }

    /** Returns the allowed methods as an {@code Allow} header. */
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
