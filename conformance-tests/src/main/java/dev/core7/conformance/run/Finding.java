package dev.core7.conformance.run;

/**
 * One broken promise.
 *
 * @param where {@code status}, {@code header X}, or a JSON Pointer into the answer's body, {@code body} for the whole of it
 * @param expected what the clause wants there
 * @param actual what came
 */
public record Finding(String where, String expected, String actual) {
    /** A finding as a report has it. */
    public static Finding of(Fields json) {
        return new Finding(json.text("where"), json.text("expected"), json.text("actual"));
    }
}
