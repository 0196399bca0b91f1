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

/** Requests that read objects or tidy them up, each with the least key for it. */
public final class LeastKeyRequests {
    private final Contract contract;
    private final Target target;

    /** Requests to {@code target}. */
    public LeastKeyRequests(Contract contract, Target target) {
        this.contract = contract;
        this.target = target;
    }

    /** A request; an empty body is none. */
    public Request of(String method, String path, String body) {
        var keys = new Keyring(target);
        var key = called(method, path).flatMap(o -> keys.least(o).or(() -> keys.covering(o)));
        var headers = body.isEmpty()
                ? Map.of("Accept", MediaType.JSON)
                : Map.of("Accept", MediaType.JSON, "Content-Type", MediaType.JSON);
        return new Request(method, path, headers, body.isEmpty() ? null : body, key.orElse((Key) null), "");
    }

    /** The request that tidies up. */
    public Request of(CleanupRequest tidyUp) {
        return of(tidyUp.method(), tidyUp.path(), tidyUp.body());
    }

    /** The operation that a request calls. */
    public Optional<Operation> called(String method, String path) {
        return Paths.called(contract, method, path, target.parameters());
    }
}
