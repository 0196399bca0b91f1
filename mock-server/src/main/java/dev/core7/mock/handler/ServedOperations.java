package dev.core7.mock.handler;

import dev.core7.contract.Contract;
import dev.core7.contract.Operation;
import dev.core7.mock.routing.Router;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Operations prepared for serving: their routes and documented responses. */
final class ServedOperations {
    private final Contract contract;
    private final Router router;
    private final Map<String, List<DocumentedResponse>> documented = new HashMap<>();

    ServedOperations(Contract contract) {
        this.contract = contract;
        this.router = new Router(contract);
        contract.operations().forEach(operation -> documented.put(operation.id(), DocumentedResponse.of(operation)));
    }

    Contract contract() {
        return contract;
    }

    Router router() {
        return router;
    }

    /** Returns the documented responses of an operation, the default one first; empty for other operations. */
    List<DocumentedResponse> documented(Operation operation) {
        return documented.getOrDefault(operation.id(), List.of());
    }
}
