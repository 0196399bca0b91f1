package dev.core7.conformance.flows;

import dev.core7.conformance.exchange.Paths;
import dev.core7.conformance.target.Target;
import dev.core7.contract.Operation;
import dev.core7.contract.flow.Scope.MissingValueException;

/** A link from one page of a list to another. */
final class PageLink {
    private PageLink() {}

    /**
     * Returns the path and query of a link. The host is ignored, so that the key is sent only to the target.
     *
     * @throws MissingValueException if the link is not a URL, or leads to another operation
     */
    static String path(String url, Operation operation, Target target) throws MissingValueException {
        try {
            return Paths.ofLink(url, operation, target);
        } catch (IllegalArgumentException e) {
            throw new MissingValueException(String.valueOf(e.getMessage()));
        }
    }
}
