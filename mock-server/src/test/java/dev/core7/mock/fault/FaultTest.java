package dev.core7.mock.fault;

import dev.core7.mock.Client;
import dev.core7.mock.SharedMock;
import java.util.Map;
import java.util.stream.Collectors;

/** Tests of faults in single exchanges. */
abstract class FaultTest extends SharedMock {
    /** Id → fault. */
    static final Map<String, Fault> FAULTS =
            Faults.of(CONTRACT).stream().collect(Collectors.toMap(Fault::id, fault -> fault));

    /** Activates a fault, and returns the response to the documented request of its operation. */
    static Client.Response accepted(Fault fault) {
        mock.activate(fault);
        return documented(fault);
    }

    /** Returns the response to the documented request of the operation of a fault. */
    static Client.Response documented(Fault fault) {
        var operation = CONTRACT.operation(fault.operationId()).orElseThrow();
        return new Probes(mock, CONTRACT)
                .withRequiredScopes(operation)
                .send(operation.method(), Probes.path(operation, "7"));
    }
}
