package dev.core7.conformance.relations;

import dev.core7.conformance.mcp.McpTools;
import dev.core7.conformance.spi.Behaviour;
import dev.core7.conformance.spi.RetryDelay;
import dev.core7.contract.Contract;
import dev.core7.contract.Operation;
import java.util.ArrayList;
import java.util.List;

/** Derives the relations of a contract, as behaviours of a run. */
public final class Relations {
    private Relations() {}

    /**
     * Returns all relations. Those that create objects come before those that can use them, and those that judge the members of
     * an object before the walks through its members, because they know best whether a list of members is late or wrong.
     */
    public static List<Behaviour> of(Contract contract, RetryDelay retryDelay) {
        var relations = new ArrayList<Relation>(AtOnce.of(contract, retryDelay));
        addWalks(relations, false, contract, retryDelay);
        for (ListOperation list : ListOperation.all(contract)) {
            if (!Filter.of(list).isEmpty()) {
                relations.add(new FilteredList(list, retryDelay));
            }
        }
        relations.addAll(MembersOfObject.of(contract, retryDelay, List.copyOf(relations)));
        addWalks(relations, true, contract, retryDelay);
        relations.addAll(ShownAlike.of(contract, retryDelay));
        relations.addAll(Recalculation.of(contract, retryDelay));
        relations.addAll(AliasedParent.of(contract, retryDelay, List.copyOf(relations)));
        relations.addAll(ReadingAtRest.of(contract, retryDelay, List.copyOf(relations)));
        relations.addAll(DeletedAgain.of(contract, retryDelay));
        var behaviours = new ArrayList<Behaviour>(relations);
        behaviours.addAll(McpTools.of(contract));
        return List.copyOf(behaviours);
    }

    private static void addWalks(
            List<Relation> relations, boolean ofMembers, Contract contract, RetryDelay retryDelay) {
        for (ListOperation list : ListOperation.all(contract)) {
            if (list.isByOffset() && list.creator(contract).isEmpty() == ofMembers) {
                ListUnderTest.source(list, contract)
                        .map(source -> new ListWalk(
                                list,
                                source,
                                list.updater(contract),
                                retryDelay,
                                creating(source.creator(), relations)))
                        .ifPresent(relations::add);
            }
        }
    }

    /** The ids of the relations that call an operation. */
    static List<String> creating(Operation creator, List<Relation> relations) {
        return relations.stream()
                .filter(relation -> relation.operations().contains(creator))
                .map(Relation::id)
                .toList();
    }
}
