package dev.core7.mock.state;

import java.util.Locale;

/** What an operation does, and to which kind of object. */
public record OperationRole(Type type, Resource resource) {
    /** The types of operations. */
    public enum Type {
        /** Lists the objects of a collection. */
        LIST,
        /** Creates an object. */
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
        /** Returns other information about one object or all. */
        INFO;

        /** Returns whether it returns a list. */
        public boolean lists() {
            return this == LIST || this == LIST_MEMBERS;
        }

        /** Returns its name in the extension that hides objects. */
        String extensionName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
