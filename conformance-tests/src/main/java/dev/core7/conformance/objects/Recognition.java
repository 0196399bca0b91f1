package dev.core7.conformance.objects;

import dev.core7.contract.Operation;
import java.util.Map;

/** What the representation of an object tells about who created it. */
enum Recognition {
    /** A text in it carries the run's mark. */
    OURS,
    /** Its text is another one. */
    ANOTHER,
    /** It has no text by which it could be recognised. */
    UNCLEAR;

    /**
     * Compares an object with the mark of a run.
     *
     * @param creator the operation that creates such objects; its request says which field holds the mark
     * @param run the part that all marks of the run have in common
     */
    static Recognition of(Object object, Operation creator, String run) {
        if (RunMarks.carries(object, run)) {
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
