package dev.core7.conformance.coverage;

import java.util.Map;

/**
 * How often a run exercised one form of an item.
 *
 * @param form {@code value}, {@code null} or {@code absent}, or {@code = X} for a listed value X
 * @param times the number of requests or responses that contained it
 * @param statuses status of the response → number of responses; {@code none} for requests without a response
 * @param failed the number of these exchanges in which a check failed
 * @param request the first of the requests; empty if there is none
 * @param reason why it was never exercised; empty if it was
 */
public record Usage(String form, int times, Map<String, Integer> statuses, int failed, String request, String reason) {
    /** The form of an item that is present. */
    public static final String VALUE = "value";

    /** The form of an item that is present, but null. */
    public static final String NULL = "null";

    static final String ABSENT = "absent";

    /** Returns the form of one of the listed values of an item. */
    static String listed(Object value) {
        return "= " + value;
    }

    /** Whether the run exercised it. */
    public boolean isExercised() {
        return times > 0;
    }
}
