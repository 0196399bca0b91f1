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
public record ListOperation(Operation operation, String results) {
    private static final String COUNT = "count";

    /** Whether an operation lists objects. */
    static boolean isOf(Operation operation) {
        return results(operation).isPresent();
    }

    /** How that operation lists, which must be one that does. */
    public static ListOperation of(Operation operation) {
        return new ListOperation(operation, results(operation).orElseThrow());
    }

    private static Optional<String> results(Operation operation) {
        return Optional.of(operation)
                .filter(Operation::isSafe)
                .flatMap(safe -> safe.success().json())
                .filter(json -> !json.schema().properties().containsKey(ObjectFields.ID))
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
                .map(example -> MockExtensions.object(example.value()).get(results))
                .filter(list -> list instanceof List<?> some && !some.isEmpty())
                .map(list -> MockExtensions.object(((List<?>) list).get(0)))
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
    public List<Parameter> parameters() {
        return operation.parameters().stream().filter(Parameter::inQuery).toList();
    }

    /** The query parameters that leave some of the objects out. */
    public List<String> filters() {
        return parameters().stream()
                .filter(parameter -> parameter.mediaTypes().isEmpty())
                .map(Parameter::name)
                .filter(name -> !Paging.PARAMETERS.contains(name))
                .toList();
    }

    /** The query parameter that is searched for by several words. */
    public Optional<String> search() {
        return parameters().stream()
                .filter(parameter -> !MockExtensions.search(parameter.schema()).isEmpty())
                .map(Parameter::name)
                .findFirst();
    }

    /** Whether it comes page by page, by a parameter of that name. */
    public boolean isBy(String name) {
        return parameter(name).isPresent();
    }

    /** Whether it says how many there are. */
    public boolean counts() {
        return json().schema().properties().containsKey(COUNT);
    }

    /** The answer: the page in its frame, of which only what the contract knows is filled. */
    Map<String, @Nullable Object> answer(Page page, Function<StoredObject, Map<String, @Nullable Object>> shown) {
        var answer = new LinkedHashMap<String, @Nullable Object>();
        json().schema().properties().forEach((name, schema) -> {
            answer.put(
                    name,
                    switch (name) {
                        case COUNT -> page.count();
                        case "next" -> page.next();
                        case "previous" -> page.previous();
                        default ->
                            name.equals(results)
                                    ? page.rows().stream().map(shown).toList()
                                    : MockExtensions.initial(schema);
                    });
        });
        return answer;
    }
}
