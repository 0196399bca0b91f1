package dev.core7.conformance.run;

import dev.core7.contract.Operation;
import java.util.List;

/** Clauses that take several requests in a row to show. */
public interface Behaviour {
    /** Kebab-case and stable: the names of its cases begin with it. */
    String id();

    /** The operations that it calls, those too that only set something up. */
    List<Operation> operations();

    /** Sends its requests and judges the answers. */
    List<Result> play(Channel channel);

    /** Its results where nothing is sent: each with that outcome. */
    List<Result> unplayed(Outcome outcome);
}
