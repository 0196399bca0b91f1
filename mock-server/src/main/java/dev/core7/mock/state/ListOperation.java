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
 * An operation that lists objects: its response contains one array of objects.
 *
 * @param results the property with the array
 */
public record ListOperation(Operation operation, String results) {
    private static final String COUNT = "count";

    /** Returns whether an operation lists objects. */
    static boolean isOf(Operation operation) {
        return results(operation).isPresent();
    }

    /** Returns the list operation; the operation must be one. */
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

    /** Returns the schema of an object in the list. */
    Schema item() {
        return json().schema().properties().get(results).items().orElseThrow();
    }

    /** Returns the first object of the example. */
    Map<String, @Nullable Object> itemExample() {
        return itemExamples().stream().findFirst().orElse(Map.of());
    }

    /** Returns the objects of the first example that has some. */
    List<Map<String, @Nullable Object>> itemExamples() {
        return json().examples().stream()
                .map(example -> MockExtensions.asMap(example.value()).get(results))
                .filter(list -> list instanceof List<?> some && !some.isEmpty())
                .map(list ->
                        ((List<?>) list).stream().map(MockExtensions::asMap).toList())
                .findFirst()
                .orElse(List.of());
    }

    /** Returns a query parameter by name. */
    Optional<Parameter> parameter(String name) {
        return parameters().stream()
                .filter(parameter -> parameter.name().equals(name))
                .findFirst();
    }

    /** Returns the query parameters. */
    public List<Parameter> parameters() {
        return operation.parameters().stream().filter(Parameter::inQuery).toList();
    }

    /** Returns the query parameters that filter the list. */
    public List<String> filters() {
        return parameters().stream()
                .filter(parameter -> parameter.mediaTypes().isEmpty())
                .map(Parameter::name)
                .filter(name -> !Paging.PARAMETERS.contains(name))
                .toList();
    }

    /** Returns the query parameter for a search. */
    public Optional<String> search() {
        return parameters().stream()
                .filter(parameter -> !MockExtensions.search(parameter.schema()).isEmpty())
                .map(Parameter::name)
                .findFirst();
    }

    /** Returns whether it is paged by a parameter. */
    public boolean isPagedBy(String name) {
        return parameter(name).isPresent();
    }

    /** Returns whether the response has a count. */
    public boolean hasCount() {
        return json().schema().properties().containsKey(COUNT);
    }

    /** Returns the body of a response with a page; it contains only properties of the contract. */
    Map<String, @Nullable Object> body(Page page, Function<StoredObject, Map<String, @Nullable Object>> renderer) {
        var body = new LinkedHashMap<String, @Nullable Object>();
        json().schema().properties().forEach((name, schema) -> {
            body.put(
                    name,
                    switch (name) {
                        case COUNT -> page.count();
                        case "next" -> page.next();
                        case "previous" -> page.previous();
                        default ->
                            name.equals(results)
                                    ? page.rows().stream().map(renderer).toList()
                                    : MockExtensions.initial(schema);
                    });
        });
        return body;
    }
}
