package dev.core7.mock;

import java.util.EnumSet;
import java.util.Set;

/** Why a request is not granted, and what it is answered. */
public record Refusal(Reason reason, Answer answer) {
    static Refusal of(Reason reason, PostHogError error) {
        return new Refusal(reason, error.answer());
    }

    /** What the mock looks at, in the order in which it does. */
    public enum Reason {
        /** The request brings no key. */
        NO_KEY,
        /** The request brings a key that nobody has. */
        UNKNOWN_KEY,
        /** There is no such project or organization. */
        UNKNOWN_PLACE,
        /** The key is limited to another project. */
        FOREIGN_KEY,
        /** The key lacks a scope. */
        MISSING_SCOPE,
        /** The path does not offer the method. */
        OTHER_METHOD,
        /** There is no such object. */
        UNKNOWN_OBJECT,
        /** The body cannot be read, or does not fit the contract. */
        BAD_INPUT;

        /** The reasons that lie in the key. */
        public static Set<Reason> ofKey() {
            return EnumSet.of(NO_KEY, UNKNOWN_KEY, FOREIGN_KEY, MISSING_SCOPE);
        }
    }
}
