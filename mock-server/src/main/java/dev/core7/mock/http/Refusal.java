package dev.core7.mock.http;

import java.util.EnumSet;
import java.util.Set;

/** The reason for refusing a request, and the response. */
public record Refusal(Reason reason, MockResponse response) {
    /** Returns a refusal with an error as its response. */
    public static Refusal of(Reason reason, PostHogError error) {
        return new Refusal(reason, error.response());
    }

    /** The reasons for a refusal, in the order in which the mock checks them. */
    public enum Reason {
        /** The request has no key. */
        NO_KEY,
        /** The key does not exist. */
        UNKNOWN_KEY,
        /** The project or organization does not exist. */
        UNKNOWN_PARENT,
        /** The key is limited to another project. */
        FOREIGN_KEY,
        /** The key lacks a scope. */
        MISSING_SCOPE,
        /** The path does not offer the method. */
        OTHER_METHOD,
        /** The object does not exist. */
        UNKNOWN_OBJECT,
        /** The body cannot be parsed or violates the contract. */
        BAD_INPUT,
        /** The mock never issued the cursor. */
        BROKEN_CURSOR,
        /** The object does not have the values that the request requires. */
        UNMET_PRECONDITION,
        /** The member does not exist. */
        UNKNOWN_MEMBER;

        /** Returns the reasons that concern the key. */
        public static Set<Reason> ofKey() {
            return EnumSet.of(NO_KEY, UNKNOWN_KEY, FOREIGN_KEY, MISSING_SCOPE);
        }
    }
}
