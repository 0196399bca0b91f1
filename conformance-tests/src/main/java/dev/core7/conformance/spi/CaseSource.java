package dev.core7.conformance.spi;

import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.target.Target;
import dev.core7.contract.Contract;
import dev.core7.contract.Operation;
import java.util.List;

/** One kind of question to ask a server, for any operation. */
public interface CaseSource {
    /** The cases for {@code operation}, in the order they are to be sent; none where the question makes no sense. */
    List<Case> cases(Operation operation, Contract contract, Target target);

    /** When the cases are sent, among those of one operation. */
    Turn turn();

    /**
     * The order of the cases of one operation: refusals first, so that what is to be destroyed is still there, and their
     * traces looked for before the documented request covers them.
     */
    enum Turn {
        /** Before the documented request: has to change nothing. */
        REFUSED,
        /** After the refusals: looks for what they have changed. */
        READ_BACK,
        /** The documented request. */
        DOCUMENTED,
        /** After it. */
        AFTER,
        /** After all others: looks for what those that were refused have changed. */
        LAST_LOOK
    }
}
