package dev.core7.mock.state;

import dev.core7.contract.MediaType;
import dev.core7.contract.Operation;
import dev.core7.contract.Parameter;
import dev.core7.contract.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How an operation lists objects: an answer with one array of objects in it.
 *
 * @param results the name of the array
 */
record Listing(Operation operation, String results) {
    /** Whether an operation lists objects. */
    static boolean isOf(Operation operation) {
        return results(operation).isPresent();
    }

    static Listing of(Operation operation) {
        return new Listing(operation, results(operation).orElseThrow());
    }

    private static Optional<String> results(Operation operation) {
        return Optional.of(operation)
                .filter(Operation::isSafe)
                .flatMap(safe -> safe.success().json())
                .filter(json -> !json.schema().properties().containsKey(Fields.ID))
                .flatMap(json -> json.schema().properties().entrySet().stream()
                        .filter(property -> property.getValue().items().isPresent())
                        .map(Map.Entry::getKey)
                        .findFirst());
    }

    private MediaType json() {
        return operation.success().json().orElseThrow();
    }

    /** What the list says of one object. */
    Schema item() {
        return json().schema().properties().get(results).items().orElseThrow();
    }

    /** The first object of the example. */
    Map<String, @Nullable Object> itemExample() {
        return json().examples().stream()
                .map(example -> Hints.object(example.value()).get(results))
                .filter(list -> list instanceof List<?> some && !some.isEmpty())
                .map(list -> Hints.object(((List<?>) list).get(0)))
                .findFirst()
                .orElse(Map.of());
    }

    /** A query parameter that the operation takes. */
    Optional<Parameter> parameter(String name) {
        return parameters().stream()
                .filter(parameter -> parameter.name().equals(name))
                .findFirst();
    }

    /** The query parameters that the operation takes. */
    List<Parameter> parameters() {
        return operation.parameters().stream().filter(Parameter::inQuery).toList();
    }

    /** The answer: the page in its frame, of which only what the contract knows is filled. */
    Map<String, @Nullable Object> answer(Page page, int count, Function<Kept, Map<String, @Nullable Object>> shown) {
        var answer = new LinkedHashMap<String, @Nullable Object>();
        json().schema().properties().forEach((name, schema) -> {
            answer.put(
                    name,
                    switch (name) {
                        case "count" -> count;
                        case "next" -> page.next();
                        case "previous" -> page.previous();
                        default ->
                            name.equals(results)
                                    ? page.rows().stream().map(shown).toList()
                                    : Hints.initial(schema);
                    });
        });
        return answer;
    }
}
