package dev.core7.conformance.objects;

import dev.core7.contract.Operation;
import java.util.Map;

/**
 * Whether one response shows that the run created an object. {@link OwnershipCheck} decides from several responses.
 */
enum Recognition {
    /** It contains the run's mark. */
    OURS,
    /** It contains other text. */
    ANOTHER,
    /** It contains no text in which the mark could be. */
    UNCLEAR;

    /**
     * Compares an object with the mark of a run.
     *
     * @param creator the operation that creates such objects; its request defines which field holds the mark
     * @param markPrefix the common prefix of all marks of the run
     */
    static Recognition of(Object object, Operation creator, String markPrefix) {
        if (RunMarks.carries(object, markPrefix)) {
            return OURS;
        }
        boolean hasText = creator.body().stream()
                .flatMap(body -> body.schema().properties().entrySet().stream())
                .filter(field -> field.getValue().flag("x-free-text"))
                .anyMatch(field -> object instanceof Map<?, ?> map
                        && map.get(field.getKey()) instanceof String text
                        && !text.isBlank());
        return hasText ? ANOTHER : UNCLEAR;
    }
}
