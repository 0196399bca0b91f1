package dev.core7.conformance.relations;

import dev.core7.conformance.spi.Behaviour;
import dev.core7.conformance.spi.RetryDelay;
import dev.core7.contract.Contract;
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
        var relations = new ArrayList<Behaviour>(AtOnce.of(contract, retryDelay));
        var ofMembers = new ArrayList<Behaviour>(MembersOfObject.of(contract, retryDelay));
        for (ListOperation list : ListOperation.all(contract)) {
            if (list.isByOffset()) {
                boolean isOfMembers = list.creator(contract).isEmpty();
                ListUnderTest.source(list, contract)
                        .map(source -> new ListWalk(list, source, list.updater(contract), retryDelay))
                        .ifPresent((isOfMembers ? ofMembers : relations)::add);
            }
            if (!Filter.of(list).isEmpty()) {
                relations.add(new FilteredList(list, retryDelay));
            }
        }
        relations.addAll(ofMembers);
        relations.addAll(ShownAlike.of(contract, retryDelay));
        return relations;
    }
}
