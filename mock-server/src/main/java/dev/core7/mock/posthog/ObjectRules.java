package dev.core7.mock.posthog;

import dev.core7.contract.Operation;
import dev.core7.mock.http.PostHogError;
import dev.core7.mock.validation.RequestBody;
import dev.core7.mock.validation.StoredFields;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** PostHog's rules for one kind of object, beyond those that a serializer has for each field. */
interface ObjectRules {
    /** No rules. */
    ObjectRules NONE = new ObjectRules() {};

    /** Returns the rules for the objects whose body has these fields. */
    static ObjectRules of(Set<String> fields, Operation operation, RequestBody body, StoredFields stored) {
        boolean isCreate = operation.method().equals("POST");
        if (CohortRules.concern(fields)) {
            return new CohortRules(body, stored, isCreate);
        }
        return CommentRules.concern(fields) ? new CommentRules(stored, isCreate) : NONE;
    }

    /** Returns the reading of a field after PostHog's own check of its value. */
    default Reading check(String name, Reading reading) {
        return reading;
    }

    /** Returns the error for fields that must not be sent together, or not without others. */
    default Optional<PostHogError> together(Map<String, @Nullable Object> fields) {
        return Optional.empty();
    }

    /** Returns why an update cannot be applied to the stored object. */
    default Optional<PostHogError> conflict(Map<String, @Nullable Object> fields) {
        return Optional.empty();
    }
}
