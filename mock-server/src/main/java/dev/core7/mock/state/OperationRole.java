package dev.core7.mock.state;

import java.util.Locale;

/** What an operation does, and to which kind of object. */
public record OperationRole(Verb verb, Resource resource) {
    /** What operations do. */
    public enum Verb {
        /** Lists the objects of a collection. */
        LIST,
        /** Makes a new object. */
        CREATE,
        /** Shows one object. */
        RETRIEVE,
        /** Changes some fields of one object. */
        UPDATE,
        /** Removes one object. */
        DELETE,
        /** Refuses, as the contract documents. */
        REFUSE,
        /** Lists the members of one object. */
        LIST_MEMBERS,
        /** Adds members to one object, or removes some. */
        CHANGE_MEMBERS,
        /** Tells something else, of one object or of all. */
        TELL;

        /** Whether it answers a list. */
        public boolean lists() {
            return this == LIST || this == LIST_MEMBERS;
        }

        /** Its name where the contract says what hides an object. */
        String hint() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
