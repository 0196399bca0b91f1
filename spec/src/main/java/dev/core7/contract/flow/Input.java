package dev.core7.contract.flow;

import dev.core7.contract.Contract;
import dev.core7.contract.Operation;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An input of a workflow, and where its value comes from ({@code x-inputs}); by default, from the path parameters of the run.
 *
 * @param type its JSON Schema type, such as {@code integer}
 * @param fixture the entry of a list under {@code fixtures} that provides the value
 * @param find the query that finds the value in earlier responses of an operation
 * @param longest the field whose maximum length the text has
 * @param optional whether the value may be missing; steps that need it then do not apply
 */
public record Input(
        String name,
        String type,
        Optional<Fixture> fixture,
        Optional<Find> find,
        Optional<Longest> longest,
        boolean optional) {
    /** Returns an input that is a path parameter of the run, or a text that the kit generates. */
    static Input ofRun(String name) {
        return new Input(name, "string", Optional.empty(), Optional.empty(), Optional.empty(), false);
    }

    Input withType(String other) {
        return new Input(name, other, fixture, find, longest, optional);
    }

    /**
     * An entry of a list under {@code fixtures}.
     *
     * @param name the list, such as {@code persons} or {@code other_project/cohorts}
     * @param index the index of the entry; 0 is the first
     */
    public record Fixture(String name, int index) {}

    /** A field in the request body of an operation. */
    public record Longest(String operationId, String field) {
        /** Returns the maximum number of characters in {@code contract}; empty if there is no maximum. */
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

    /** A JSONPath query for a value in the responses of an operation. */
    public static final class Find {
        private final String operationId;
        private final JsonPath query;

        Find(String operationId, JsonPath query) {
            this.operationId = operationId;
            this.query = query;
        }

        /** Returns the operation whose responses are searched. */
        public String operationId() {
            return operationId;
        }

        /** Returns the first value in {@code body} that is not null; empty if there is none. */
        public Optional<Object> in(@Nullable Object body) {
            try {
                return query.select(body, EmptyScope.INSTANCE).stream()
                        .flatMap(value -> Optional.ofNullable(value).stream())
                        .findFirst();
            } catch (Scope.MissingValueException e) {
                return Optional.empty();
            }
        }
    }
}
