package dev.core7.conformance.spi;

import dev.core7.conformance.result.Outcome;
import dev.core7.conformance.result.Result;
import dev.core7.contract.Operation;
import java.util.List;

/** Clauses that need several requests in sequence, such as a flow. */
public interface Behaviour {
    /** The id in kebab-case, stable across versions; the names of its cases start with it. */
    String id();

    /** The operations that it calls, including those that only prepare objects. */
    List<Operation> operations();

    /** The operations whose earlier responses it searches. */
    default List<Operation> looksInto() {
        return List.of();
    }

    /** The ids of the behaviours that must be completed before it. */
    default List<String> dependsOn() {
        return List.of();
    }

    /** Sends the requests and judges the responses. */
    List<Result> play(Channel channel);

    /** The results if no request is sent; each has the given outcome. */
    List<Result> unplayed(Outcome outcome);
}
