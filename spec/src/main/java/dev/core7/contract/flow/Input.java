package dev.core7.contract.flow;

import dev.core7.contract.Contract;
import dev.core7.contract.Operation;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An input of a workflow, and where the kit takes it from ({@code x-inputs}); where neither is said, from the path parameters of the run.
 *
 * @param type its JSON Schema type, such as {@code integer}
 * @param fixture the list under {@code fixtures} that supplies it, and which of its entries
 * @param find where it is found in what an operation has answered before
 * @param longest the field that it is a text for, as long as that may be
 * @param optional whether a target may do without it: what needs it does not apply then
 */
public record Input(
        String name,
        String type,
        Optional<Fixture> fixture,
        Optional<Find> find,
        Optional<Longest> longest,
        boolean optional) {
    /** An input that is a path parameter of the run, or a text that the kit makes. */
    static Input ofTheRun(String name) {
        return new Input(name, "string", Optional.empty(), Optional.empty(), Optional.empty(), false);
    }

    Input ofType(String other) {
        return new Input(name, other, fixture, find, longest, optional);
    }

    /**
     * An entry of a list under {@code fixtures}.
     *
     * @param name the list, such as {@code persons} or {@code other_project/cohorts}
     * @param index which entry; 0 is the first
     */
    public record Fixture(String name, int index) {}

    /** A field in the request body of an operation. */
    public record Longest(String operationId, String field) {
        /** How many characters it may have by {@code contract}; empty where nothing is said of that. */
        public Optional<Integer> in(Contract contract) {
            return contract.operation(operationId)
                    .flatMap(Operation::body)
                    .flatMap(body ->
                            Optional.ofNullable(body.schema().properties().get(field)))
                    .map(schema -> schema.keyword("maxLength"))
                    .filter(Integer.class::isInstance)
                    .map(Integer.class::cast);
        }
    }

    /** The first value that a JSONPath query finds in the answers of an operation. */
    public static final class Find {
        private final String operationId;
        private final JsonPath at;

        Find(String operationId, JsonPath at) {
            this.operationId = operationId;
            this.at = at;
        }

        /** The operation whose answers are searched. */
        public String operationId() {
            return operationId;
        }

        /** What it finds first in a body, leaving nulls out; empty where it finds nothing. */
        public Optional<Object> in(@Nullable Object body) {
            try {
                return at.select(body, NoScope.INSTANCE).stream()
                        .flatMap(value -> Optional.ofNullable(value).stream())
                        .findFirst();
            } catch (Scope.MissingValueException e) {
                return Optional.empty();
            }
        }
    }
}
