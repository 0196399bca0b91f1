package dev.core7.mock.posthog;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * One error in the filters of a cohort.
 *
 * @param location names and positions that lead to the value
 * @param message pydantic's message
 */
record FilterError(Kind kind, List<Object> location, String message) {
    /** The kinds of errors, with pydantic's messages. */
    enum Kind {
        MISSING("Field required"),
        EXTRA_FORBIDDEN("Extra inputs are not permitted"),
        STRING_TYPE("Input should be a valid string"),
        INT_TYPE("Input should be a valid integer"),
        INT_PARSING("Input should be a valid integer, unable to parse string as an integer"),
        INT_FROM_FLOAT("Input should be a valid integer, got a number with a fractional part"),
        BOOL_PARSING("Input should be a valid boolean, unable to interpret input"),
        LIST_TYPE("Input should be a valid list"),
        LITERAL_ERROR("Input should be 'id'"),
        MODEL_TYPE("Input should be a valid dictionary"),
        UNION_TAG_NOT_FOUND("Unable to extract tag using discriminator 'type'"),
        UNION_TAG_INVALID("Input tag found using 'type' does not match any of the expected tags: "
                + "'behavioral', 'cohort', 'person', 'person_metadata', 'AND', 'OR'"),
        /** A rule of PostHog, whose message is its own. */
        VALUE_ERROR("");

        private final String message;

        Kind(String message) {
            this.message = message;
        }
    }

    static FilterError of(Kind kind, List<Object> location) {
        return new FilterError(kind, location, kind.message);
    }

    /** Returns the last name or position. */
    Object last() {
        return location.get(location.size() - 1);
    }

    /** Returns the error in the form of Python. */
    @Override
    public String toString() {
        String path = location.stream()
                .map(part -> part instanceof String ? "'" + part + "'" : part.toString())
                .collect(Collectors.joining(", "));
        return "{'type': '" + kind.name().toLowerCase(Locale.ROOT) + "', 'loc': (" + path + "), 'msg': \"" + message
                + "\"}";
    }
}
