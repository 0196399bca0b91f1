package dev.core7.conformance.model;

/** What the model can find broken. Each constant has a check of its own in {@code laws}. */
public enum Law {
    /** A response shows another value than the one that was written. */
    SHOWN_AS_WRITTEN,
    /** A write changed a field that it did not name. */
    UNNAMED_FIELDS_KEPT,
    /** A write changed another object than the one that it names. */
    OTHERS_UNTOUCHED,
    /** A field changed although the run did not write to the object. */
    UNCHANGED_BETWEEN_WRITES,
    /** Two operations show an object differently, although nothing was written to it between them. */
    SHOWN_ALIKE,
    /** A write that was refused because of its key changed something. */
    REFUSED_CHANGES_NOTHING,
    /** A write that was refused for another reason changed something. */
    INVALID_CHANGES_NOTHING,
    /** A field that only the server sets took the value of a request. */
    READ_ONLY_IGNORED,
    /** A field that a create does not name has another value than its default. */
    DEFAULT_VALUES,
    /** A field that the server sets once changed. */
    SERVER_VALUES_STABLE,
    /** A time or a creator that the server set contradicts the run or another field of the object. */
    SERVER_VALUES_CONSISTENT,
    /** A time that the server set does not fit its clock, or a key has several users. */
    SERVER_VALUES_PLAUSIBLE,
    /** Two objects with the same source of a derived field show different values in it. */
    DERIVED_FOLLOWS_SOURCE,
    /** One create made several objects, or none of its own. */
    ONE_CREATE_ONE_OBJECT,
    /** A list shows a deleted object, or an object that was never deleted is not found. */
    SOFT_DELETION,
    /** An object that was deleted once is hidden where it must not be, or after it was restored. */
    DELETED_STILL_FOUND,
    /** A list of members shows somebody who was not added. */
    MEMBERS_FOLLOW_ACTIONS,
    /** A count exceeds the number of members that were added. */
    COUNT_FOLLOWS_MEMBERS
}
