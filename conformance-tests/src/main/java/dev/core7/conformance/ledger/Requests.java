package dev.core7.conformance.ledger;

import dev.core7.conformance.run.Key;
import dev.core7.conformance.run.Keyring;
import dev.core7.conformance.run.Paths;
import dev.core7.conformance.run.Request;
import dev.core7.conformance.run.Target;
import dev.core7.contract.Contract;
import dev.core7.contract.MediaType;
import dev.core7.contract.Operation;
import java.util.Map;
import java.util.Optional;

/** The requests of a clean-up, each with the least key for it. */
final class Requests {
    private final Contract contract;
    private final Target target;

    Requests(Contract contract, Target target) {
        this.contract = contract;
        this.target = target;
    }

    /** A request; an empty body is none. */
    Request of(String method, String path, String body) {
        var key = called(method, path).flatMap(new Keyring(target)::least);
        var headers = body.isEmpty()
                ? Map.of("Accept", MediaType.JSON)
                : Map.of("Accept", MediaType.JSON, "Content-Type", MediaType.JSON);
        return new Request(method, path, headers, body.isEmpty() ? null : body, key.orElse((Key) null), "");
    }

    /** The operation that a request would call. */
    Optional<Operation> called(String method, String path) {
        return Paths.called(contract, method, path, target.parameters());
    }
}
