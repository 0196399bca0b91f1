package dev.core7.conformance.objects;

import dev.core7.conformance.exchange.Paths;
import dev.core7.conformance.target.Target;
import dev.core7.contract.Contract;
import dev.core7.contract.JsonPointer;
import dev.core7.contract.Link;
import dev.core7.contract.Operation;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Requests that remove created objects, from the links of the contract. A run cleans up with no other requests. */
public final class CleanupLinks {
    private static final String BODY = "$response.body#";

    /** A path that must not be sent, because it has a query or a dot segment (RFC 3986 §5.2.4). */
    private static final Pattern UNSAFE_PATH = Pattern.compile("[{?#\\\\\\s]|/(\\.|%2[Ee]){1,2}(/|$)");

    private final Contract contract;
    private final Target target;

    /** The links of {@code contract}, for {@code target}. */
    public CleanupLinks(Contract contract, Target target) {
        this.contract = contract;
        this.target = target;
    }

    /** The operation whose link creates this request for one of its objects; empty if there is none. */
    public Optional<Operation> creator(String method, String path, String body) {
        if (UNSAFE_PATH.matcher(path).find()) {
            return Optional.empty();
        }
        return Paths.called(contract, method, path, target.parameters())
                .flatMap(called -> contract.operations().stream()
                        .filter(creator -> cleanup(creator)
                                .filter(link -> link.operationId().equals(called.id()))
                                .filter(link -> link.requestBody().orElse("").equals(body))
                                .isPresent())
                        .findFirst());
    }

    /** The request that removes an object of {@code creator}; empty if the object has no id, or there is no cleanup link. */
    public Optional<CleanupRequest> of(Operation creator, @Nullable Object object) {
        return cleanup(creator).flatMap(link -> path(link, object).map(path -> cleanupRequest(creator, link, path)));
    }

    /** The request that removes the object at {@code path}; empty if there is no cleanup link. */
    public Optional<CleanupRequest> at(Operation creator, String path) {
        return cleanup(creator).map(link -> cleanupRequest(creator, link, path));
    }

    private CleanupRequest cleanupRequest(Operation creator, Link link, String path) {
        return new CleanupRequest(
                contract.operation(link.operationId()).orElseThrow().method(),
                path,
                link.requestBody().orElse(""),
                creator.success().links().stream()
                        .filter(other -> other.repair() && other.operationId().equals(link.operationId()))
                        .findFirst()
                        .flatMap(Link::requestBody));
    }

    /** The path of the operation, which is also the path of the list of its objects. */
    public String list(Operation creator) {
        return Paths.fill(creator.path(), target.parameters());
    }

    /**
     * The path that identifies an object of {@code creator}: that of its cleanup link, or else of a link that writes to it;
     * empty if the object has no id.
     */
    Optional<String> address(Operation creator, @Nullable Object object) {
        return cleanup(creator)
                .or(() -> creator.success().links().stream()
                        .filter(link -> contract.operation(link.operationId())
                                .filter(operation -> !operation.isSafe())
                                .isPresent())
                        .findFirst())
                .flatMap(link -> path(link, object));
    }

    private static Optional<Link> cleanup(Operation creator) {
        return creator.success().links().stream().filter(Link::cleanup).findFirst();
    }

    private Optional<String> path(Link link, @Nullable Object object) {
        return contract.operation(link.operationId())
                .map(called -> {
                    var values = new LinkedHashMap<>(target.parameters());
                    link.parameters().forEach((name, value) -> id(object, value).ifPresent(id -> values.put(name, id)));
                    return Paths.fill(called.path(), values);
                })
                .filter(path -> !UNSAFE_PATH.matcher(path).find() && !path.contains("//"));
    }

    private static Optional<String> id(@Nullable Object object, String expression) {
        return Paths.id(
                expression.startsWith(BODY) ? JsonPointer.find(object, expression.substring(BODY.length())) : null);
    }
}
