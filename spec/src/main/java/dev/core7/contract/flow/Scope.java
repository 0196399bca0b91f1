package dev.core7.contract.flow;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the expressions of a step can see: inputs, outputs of earlier steps, and the answer once there is one. */
public interface Scope {
    /**
     * An input of the workflow.
     *
     * @throws MissingValueException where it has no value; the message says how to supply it
     */
    @Nullable
    Object input(String name) throws MissingValueException;

    /**
     * An output of an earlier step.
     *
     * @throws MissingValueException where that step was not played or gave none
     */
    @Nullable
    Object output(String step, String name) throws MissingValueException;

    /** The status code of the answer; 0 while there is none. */
    default int status() {
        return 0;
    }

    /** The body of the answer: a plain value where it is JSON, else its text; a null for none. */
    default @Nullable Object body() {
        return null;
    }

    /** A header of the answer. */
    default Optional<String> header(String name) {
        return Optional.empty();
    }

    /** Something an expression needs is not there; the message says what is missing and how to supply it. */
    final class MissingValueException extends Exception {
        private static final long serialVersionUID = 1L;
        private final boolean optional;

        /** @param message what is missing, and how to supply it */
        public MissingValueException(String message) {
            this(message, false);
        }

        /**
         * @param message what is missing, and how to supply it
         * @param optional whether nobody has to supply it: what needs it does not apply then
         */
        public MissingValueException(String message, boolean optional) {
            super(message);
            this.optional = optional;
        }

        /** Whether nobody has to supply it. */
        public boolean isOptional() {
            return optional;
        }
    }
}
