package dev.core7.conformance.relations;

import dev.core7.conformance.exchange.Exchange;
import dev.core7.contract.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Sends requests that must not change the members of an object: one whose documented response is a refusal, and one that a server
 * may reject because it names nobody whom the server knows.
 *
 * @param operation an operation on the object itself that documents a 4xx; empty if there is none
 */
record RefusedMemberWrites(Operation adder, Optional<Operation> operation) {
    private static final String NOBODY = "00000000-0000-4000-8000-00000000dead";
    private static final String REFUSED = "refused";
    private static final String INVALID = "add-nobody";

    /** Keeps the operation only if its documented response is a refusal. */
    RefusedMemberWrites {
        operation = operation.filter(o -> o.success().status() / 100 == 4);
    }

    List<Relation.Statement> statements() {
        var statements = new ArrayList<>(List.of(Relation.on(INVALID, adder, Clause.INVALID_KEEPS_MEMBERS)));
        operation.ifPresent(o -> statements.add(Relation.on(REFUSED, o, Clause.REFUSED_KEEPS_MEMBERS)));
        return statements;
    }

    /** Sends both, and reads the members after each; a server may accept the one that names nobody. */
    void send(RelationExecution execution, MembersReading object, List<String> expected) throws StoppedException {
        if (execution.hasFailures()) {
            return;
        }
        var invalid = execution
                .atOnce(List.of(object.adding(INVALID, List.of(NOBODY))))
                .get(0);
        object.judge(Relation.on(INVALID, adder, Clause.INVALID_KEEPS_MEMBERS), invalid, expected);
        if (operation.isPresent()) {
            var refused = execution.write(REFUSED, operation.get(), object.path());
            if (isRefused(refused)) {
                object.judge(Relation.on(REFUSED, operation.get(), Clause.REFUSED_KEEPS_MEMBERS), refused, expected);
            }
        }
    }

    private static boolean isRefused(Exchange exchange) {
        return exchange.response().status() / 100 == 4;
    }
}
