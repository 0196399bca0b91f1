package dev.core7.conformance.exchange;

import dev.core7.contract.Operation;
import java.util.Optional;
import java.util.Set;

/** What a case is sent to find out. */
public sealed interface Purpose {
    /** Nothing is wrong with the request: it gets the documented answer, in the media type asked for. */
    record Documented(String mediaType) implements Purpose {}

    /** The key lacks a scope that the operation needs. */
    record LacksScope(String scope) implements Purpose {}

    /** There is no key in the request. */
    record NoKey() implements Purpose {}

    /** The key is one that the server never gave out, or no key at all. */
    record UnknownKey() implements Purpose {}

    /** The key is limited to another project. */
    record ForeignKey() implements Purpose {}

    /** The object belongs to another project. */
    record ForeignObject() implements Purpose {}

    /** There is no object of that id. */
    record UnknownObject() implements Purpose {}

    /** One thing in the request is of a wrong type or form; {@code legal} are the statuses that any server may answer. */
    record BadInput(String what, Set<Integer> legal) implements Purpose {}

    /** The path is offered, the method is not documented; {@code legal} are the statuses that any server may answer. */
    record OtherMethod(Set<Integer> legal) implements Purpose {}

    /** A step of a behaviour, which says itself what has to hold. */
    record Step() implements Purpose {}

    /** An object is created that the bad input of an operation is sent to. */
    record SetUp(String operationId) implements Purpose {}

    /** What refused writes have left behind, seen through {@code read}. */
    record ReadBack(Operation read) implements Purpose {
        /** What the case of this purpose is called that looks for the traces of refused keys. */
        public static final String OF_KEYS = "read-back";

        /** What the case of this purpose is called that looks for the traces of bad input. */
        public static final String OF_BAD_INPUT = "read-back-bad-input";
    }

    /** A created object is read to see whether it is the run's own, before it is written to; nothing is judged by the answer alone. */
    record OwnObject() implements Purpose {
        /** What a case of this purpose is called. */
        public static final String NAME = "own-object";
    }

    /** What the run created is taken away again; nothing is judged by it. */
    record TidyUp() implements Purpose {
        /** What a case of this purpose is called. */
        public static final String NAME = "tidy-up";
    }

    /** Whether the server still answers, after a request that got no response; nothing is judged by it. */
    record Availability() implements Purpose {
        /** What a case of this purpose is called. */
        public static final String NAME = "availability";
    }

    /** Whether an accepted answer has the documented shape. */
    default boolean isDocumented() {
        return this instanceof Documented || this instanceof Step;
    }

    /** What the case is called that looks for traces of such a request, if it was refused; empty: none does. */
    default Optional<String> readBack() {
        if (this instanceof BadInput) {
            return Optional.of(ReadBack.OF_BAD_INPUT);
        }
        return isRefusal() ? Optional.of(ReadBack.OF_KEYS) : Optional.empty();
    }

    /** Whether the request has to be refused because of its key. */
    default boolean isRefusal() {
        return this instanceof LacksScope
                || this instanceof NoKey
                || this instanceof UnknownKey
                || this instanceof ForeignKey;
    }
}
