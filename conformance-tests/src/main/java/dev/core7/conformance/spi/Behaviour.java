package dev.core7.conformance.spi;

import dev.core7.conformance.result.Outcome;
import dev.core7.conformance.result.Result;
import dev.core7.contract.Operation;
import java.util.List;

/** Clauses that take several requests in a row to show. */
public interface Behaviour {
    /** Kebab-case and stable: the names of its cases begin with it. */
    String id();

    /** The operations that it calls, those too that only set something up. */
    List<Operation> operations();

    /** The operations in whose earlier answers it looks for what it needs. */
    List<Operation> looksInto();

    /** The ids of the behaviours that have to have come to their end before it. */
    List<String> dependsOn();

    /** Sends its requests and judges the answers. */
    List<Result> play(Channel channel);

    /** Its results where nothing is sent: each with that outcome. */
    List<Result> unplayed(Outcome outcome);
}
