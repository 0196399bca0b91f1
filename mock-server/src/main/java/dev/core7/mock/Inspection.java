package dev.core7.mock;

import java.util.List;
import java.util.Optional;

/**
 * What the contract has against a request.
 *
 * @param refusal the answer to it; empty: it is only told
 * @param violations everything that is told
 */
record Inspection(Optional<PostHogError> refusal, List<RequestViolation> violations) {
    static final Inspection NOTHING = new Inspection(Optional.empty(), List.of());
}
