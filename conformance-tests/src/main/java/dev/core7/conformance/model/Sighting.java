package dev.core7.conformance.model;

import dev.core7.conformance.exchange.Exchange;
import dev.core7.contract.JsonPointer;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A response that shows an object of the run.
 *
 * @param pointer where the object stands in the body
 * @param fields what it shows
 * @param moment when the server may have read it
 */
record Sighting(TrackedObject object, Exchange exchange, String pointer, Map<?, ?> fields, Span moment) {
    /** Whether it only reads the object. */
    boolean isRead() {
        return exchange.sent().called().isSafe();
    }

    /** The write that this is the response to, if it is one. */
    Optional<Write> write() {
        return object.writes().stream().filter(w -> w.exchange() == exchange).findFirst();
    }

    /** Whether it shows a field at all. */
    boolean shows(String field) {
        return fields.containsKey(field);
    }

    @Nullable
    Object value(String field) {
        return fields.get(field);
    }

    /** Where a field stands in the body. */
    String where(String field) {
        return JsonPointer.child(pointer, field);
    }
}
