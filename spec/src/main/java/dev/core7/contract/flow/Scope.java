package dev.core7.contract.flow;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The values for the expressions of a step: inputs, outputs of earlier steps, and the response of the step. */
public interface Scope {
    /**
     * Returns an input of the workflow.
     *
     * @throws MissingValueException if it has no value; the message says how to provide it
     */
    @Nullable
    Object input(String name) throws MissingValueException;

    /** Returns where an input comes from, in English. */
    default String inputOrigin(String name) {
        return "input `" + name + "`";
    }

    /**
     * Returns an output of an earlier step.
     *
     * @throws MissingValueException if that step was not executed or has no such output
     */
    @Nullable
    Object output(String step, String name) throws MissingValueException;

    /** Returns the status code of the response; 0 if there is no response yet. */
    default int status() {
        return 0;
    }

    /** Returns the body of the response: a plain value if it is JSON, otherwise its text; null if there is none. */
    default @Nullable Object body() {
        return null;
    }

    /** Returns a header of the response. */
    default Optional<String> header(String name) {
        return Optional.empty();
    }

    /** Thrown if a value that an expression needs is missing. The message says what is missing and how to provide it. */
    final class MissingValueException extends Exception {
        private static final long serialVersionUID = 1L;
        private final boolean optional;

        /** @param message what is missing, and how to provide it */
        public MissingValueException(String message) {
            this(message, false);
        }

        /**
         * @param message what is missing, and how to provide it
         * @param optional whether the value is optional; steps that need it then do not apply
         */
        public MissingValueException(String message, boolean optional) {
            super(message);
            this.optional = optional;
        }

        /** Returns whether the value is optional. */
        public boolean isOptional() {
            return optional;
        }
    }
}
