package dev.core7.conformance.flows;

import dev.core7.conformance.spi.Behaviour;
import dev.core7.conformance.spi.RetryDelay;
import dev.core7.contract.Contract;
import dev.core7.contract.flow.FlowsReader;
import dev.core7.contract.flow.Workflow;
import java.util.List;

/** Creates behaviours of a run from the workflows of a document. */
public final class Flows {
    private Flows() {}

    /** Returns the flows that are part of the kit and whose operations {@code contract} contains. */
    public static List<Behaviour> bundled(Contract contract, RetryDelay waiting) {
        return of(FlowsReader.bundled(contract), contract, waiting);
    }

    /** Returns behaviours for workflows; {@code contract} must contain every operation that they call. */
    public static List<Behaviour> of(List<Workflow> workflows, Contract contract, RetryDelay waiting) {
        return workflows.stream()
                .map(workflow -> (Behaviour) new Flow(workflow, contract, waiting))
                .toList();
    }
}
