package dev.core7.mock;

import dev.core7.mock.state.Objection;
import java.util.EnumSet;
import java.util.Set;

/** Why a request is not granted, and what it is answered. */
public record Refusal(Reason reason, Answer answer) {
    static Refusal of(Reason reason, PostHogError error) {
        return new Refusal(reason, error.answer());
    }

    static Refusal of(Objection objection) {
        return switch (objection) {
            case BROKEN_CURSOR -> of(Reason.BROKEN_CURSOR, PostHogError.notFound(objection.detail()));
            case UNKNOWN_MEMBER -> of(Reason.UNKNOWN_MEMBER, PostHogError.notFound(objection.detail()));
            case NOBODY_KNOWN -> of(Reason.UNKNOWN_MEMBER, invalid(objection));
            case WRONG_KIND -> of(Reason.WRONG_KIND, invalid(objection));
        };
    }

    private static PostHogError invalid(Objection objection) {
        return PostHogError.invalid("invalid_input", objection.detail(), null);
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
        BAD_INPUT,
        /** The cursor was never handed out. */
        BROKEN_CURSOR,
        /** The object is not of the kind for this. */
        WRONG_KIND,
        /** What is to be a member does not exist. */
        UNKNOWN_MEMBER;

        /** The reasons that lie in the key. */
        public static Set<Reason> ofKey() {
            return EnumSet.of(NO_KEY, UNKNOWN_KEY, FOREIGN_KEY, MISSING_SCOPE);
        }
    }
}
