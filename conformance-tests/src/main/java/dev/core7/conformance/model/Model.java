package dev.core7.conformance.model;

import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.result.Outcome;
import dev.core7.conformance.spi.Evidence;

/**
 * What a run has done to its objects, as a function of its exchanges. Every response that shows one of the objects is compared with
 * what the writes before it made of the object; where writes overlap, each order of them is accepted. Objects of others are never
 * judged.
 */
public final class Model {
    private final Rulings rulings = new Rulings();

    private Model(Evidence evidence) {
        var types = ObjectType.of(evidence.contract());
        evidence.shards().forEach(attempts -> new RunHistory(types, attempts, rulings).judge());
    }

    /** The model of all that a run has seen; it is computed once. */
    public static Model of(Evidence evidence) {
        return evidence.derived(Model.class, Model::new);
    }

    /** Whether the response to such a case can break a law. */
    public static boolean concerns(Case sent) {
        return RunHistory.isJudged(sent) && sent.called().success().json().isPresent();
    }

    /** What became of a law in one exchange. */
    public Outcome judge(Law law, Exchange exchange) {
        return rulings.of(law, exchange);
    }
}
