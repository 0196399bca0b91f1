package dev.core7.conformance.flows;

import dev.core7.conformance.spi.Behaviour;
import dev.core7.conformance.spi.RetryDelay;
import dev.core7.contract.Contract;
import dev.core7.contract.flow.FlowsReader;
import dev.core7.contract.flow.Workflow;
import java.util.List;

/** The workflows of a document as behaviours of a run. */
public final class Flows {
    private Flows() {}

    /** The flows that come with the kit, as far as {@code contract} has their operations. */
    public static List<Behaviour> bundled(Contract contract, RetryDelay waiting) {
        return of(FlowsReader.bundled(contract), contract, waiting);
    }

    /** These workflows; every operation they call has to be in {@code contract}. */
    public static List<Behaviour> of(List<Workflow> workflows, Contract contract, RetryDelay waiting) {
        return workflows.stream()
                .map(workflow -> (Behaviour) new Flow(workflow, contract, waiting))
                .toList();
    }
}
