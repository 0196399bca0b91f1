package dev.core7.conformance.objects;

import dev.core7.conformance.exchange.Paths;
import dev.core7.conformance.exchange.Request;
import dev.core7.conformance.target.Key;
import dev.core7.conformance.target.Keyring;
import dev.core7.conformance.target.Target;
import dev.core7.contract.Contract;
import dev.core7.contract.MediaType;
import dev.core7.contract.Operation;
import java.util.Map;
import java.util.Optional;

/**
 * Creates requests that read or remove objects, with the key with no unneeded scope of the same object, then with the fewest
 * scopes.
 */
public final class MinimalScopeRequests {
    private final Contract contract;
    private final Target target;

    /** Creates requests to {@code target}. */
    public MinimalScopeRequests(Contract contract, Target target) {
        this.contract = contract;
        this.target = target;
    }

    /** Creates a request; an empty text means no body. */
    public Request of(String method, String path, String body) {
        var keys = new Keyring(target);
        var key = called(method, path).flatMap(o -> keys.minimal(o).or(() -> keys.covering(o)));
        var headers = body.isEmpty()
                ? Map.of("Accept", MediaType.JSON)
                : Map.of("Accept", MediaType.JSON, "Content-Type", MediaType.JSON);
        return new Request(method, path, headers, body.isEmpty() ? null : body, key.orElse((Key) null), "");
    }

    /** Creates a request that removes an object. */
    public Request of(CleanupRequest cleanup) {
        return of(cleanup.method(), cleanup.path(), cleanup.body());
    }

    /** The operation that a request calls. */
    public Optional<Operation> called(String method, String path) {
        return Paths.called(contract, method, path, target.parameters());
    }
}
