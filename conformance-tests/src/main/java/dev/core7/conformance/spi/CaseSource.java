package dev.core7.conformance.spi;

import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.target.Target;
import dev.core7.contract.Contract;
import dev.core7.contract.Operation;
import java.util.List;

/** Derives the cases of one kind from an operation of the contract. */
public interface CaseSource {
    /** The cases for {@code operation}, in the order in which they are sent; none if the kind does not apply to it. */
    List<Case> cases(Operation operation, Contract contract, Target target);

    /** When these cases are sent, relative to the other cases of the same operation. */
    Turn turn();

    /** When the cases of one operation are sent; usually {@link #turn}. */
    default Turn turnFor(Operation operation) {
        return turn();
    }

    /**
     * The order of the cases of one operation. Refused requests are sent first, while the object still exists, and their
     * effects are looked for before the documented request changes the object. Requests that read are also refused after the
     * documented request, because a server may keep its response and return it to everybody.
     */
    enum Turn {
        /** Before the documented request; must not change anything. */
        REFUSED,
        /** After the refused requests; looks for their effects. */
        READ_BACK,
        /** The documented request. */
        DOCUMENTED,
        /** Right after the documented request: the same request to read, which must be refused now as before. */
        REFUSED_AGAIN,
        /** After the documented request. */
        AFTER,
        /** After all others; looks for effects of refused requests again. */
        LAST_LOOK
    }
}
