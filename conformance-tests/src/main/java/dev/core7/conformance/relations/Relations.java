package dev.core7.conformance.relations;

import dev.core7.conformance.mcp.McpTools;
import dev.core7.conformance.spi.Behaviour;
import dev.core7.conformance.spi.RetryDelay;
import dev.core7.contract.Contract;
import java.util.ArrayList;
import java.util.List;

/** Derives the relations of a contract, as behaviours of a run. */
public final class Relations {
    private Relations() {}

    /** Returns all relations, those of one kind in the order of the contract. */
    public static List<Behaviour> of(Contract contract, RetryDelay retryDelay) {
        // Before the walks, because it knows best whether a list of members is late or wrong.
        var relations = new ArrayList<Behaviour>(MembersOfObject.of(contract, retryDelay));
        for (ListOperation list : ListOperation.all(contract)) {
            if (list.isByOffset()) {
                ListUnderTest.source(list, contract)
                        .ifPresent(source -> relations.add(new ListWalk(list, source, retryDelay)));
            }
            if (!Filter.of(list).isEmpty()) {
                relations.add(new FilteredList(list, retryDelay));
            }
        }
        relations.addAll(AtOnce.of(contract, retryDelay));
        relations.addAll(McpTools.of(contract));
        return relations;
    }
}
