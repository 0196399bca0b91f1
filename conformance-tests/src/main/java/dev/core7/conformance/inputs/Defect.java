package dev.core7.conformance.inputs;

import org.jspecify.annotations.Nullable;

/**
 * A value that a field should not have.
 *
 * @param name a short name for ids of cases, such as {@code type}
 * @param words how the field is changed, such as {@code set to null}
 * @param value the value to send; not used if the field is {@link #missing}
 * @param missing whether the field is left out
 * @param verdict what a server should do with it
 */
public record Defect(String name, String words, @Nullable Object value, boolean missing, Verdict verdict) {
    /** What a server should do with a value. */
    public enum Verdict {
        /** The contract forbids the value. */
        REFUSE,
        /** The contract forbids the value, and it may also exceed a limit for the whole body. */
        REFUSE_LENGTH,
        /** The contract does not forbid the value, but a server may refuse it. */
        REFUSE_OR_ACCEPT
    }

    /** A field that a value is written to. */
    static Defect of(String name, String words, @Nullable Object value) {
        return new Defect(name, words, value, false, Verdict.REFUSE);
    }

    /** A required field that is left out. */
    public static Defect missingField() {
        return new Defect("missing", "missing", null, true, Verdict.REFUSE);
    }

    Defect with(Verdict other) {
        return new Defect(name, words, value, missing, other);
    }
}
