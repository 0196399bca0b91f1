package dev.core7.mock;

import java.util.List;

/**
 * What the contract has against a body.
 *
 * @param errors what PostHog refuses, in its order
 * @param unknown the fields that it ignores
 */
record BodyFindings(List<PostHogError> errors, List<String> unknown) {
    static final BodyFindings NOTHING = new BodyFindings(List.of(), List.of());

    static BodyFindings of(PostHogError error) {
        return new BodyFindings(List.of(error), List.of());
    }
}
