package dev.core7.mock.state;

import dev.core7.contract.Example;
import dev.core7.contract.MediaType;
import dev.core7.contract.Operation;
import dev.core7.contract.Parameter;
import dev.core7.contract.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A kind of object of the contract: what is listed and created at one path, and found below it by id.
 *
 * @param name the path segment that lists it, such as {@code cohorts}
 * @param placeNames the path parameters that say where the list is, such as {@code project_id}
 * @param id the path parameter with the id of one object; empty: single objects cannot be reached
 * @param operations the operations on the collection and on one object
 * @param schema what answers say of an object; empty: none shows one
 * @param fields the fields of an object as answers show them: write-only ones are in none
 * @param hiding the fields that hide an object where they are true → from what
 * @param counting the fields that say how many members there are → the name of those
 * @param requests what requests may send as each field
 * @param listParameters the query parameters of its list
 * @param example an object as the contract's examples show it; without fields where they show none
 */
public record Resource(
        String name,
        List<String> placeNames,
        Optional<Parameter> id,
        List<Operation> operations,
        Optional<Schema> schema,
        Map<String, Schema> fields,
        Map<String, List<String>> hiding,
        Map<String, String> counting,
        Map<String, Schema> requests,
        List<Parameter> listParameters,
        Map<String, @Nullable Object> example) {
    static Resource of(String name, List<String> placeNames, Optional<Parameter> id, List<Operation> operations) {
        var single = operations.stream()
                .filter(operation -> !ListOperation.isOf(operation))
                .flatMap(operation -> operation.success().json().stream())
                .toList();
        var listing =
                operations.stream().filter(ListOperation::isOf).findFirst().map(ListOperation::of);
        var schema = single.stream().map(MediaType::schema).findFirst().or(() -> listing.map(ListOperation::item));
        var example = single.stream()
                .flatMap(json -> json.examples().stream())
                .map(Example::value)
                .findFirst()
                .map(MockExtensions::object)
                .or(() -> listing.map(ListOperation::itemExample));
        var fields = schema.map(Resource::fields).orElse(Map.of());
        return new Resource(
                name,
                placeNames,
                id,
                operations,
                schema,
                fields,
                hiding(fields),
                counting(fields),
                requests(operations),
                listing.map(ListOperation::parameters).orElse(List.of()),
                example.orElse(Map.of()));
    }

    private static Map<String, Schema> fields(Schema schema) {
        var fields = new LinkedHashMap<String, Schema>();
        schema.properties().forEach((name, field) -> {
            if (!field.flag("writeOnly")) {
                fields.put(name, field);
            }
        });
        return fields;
    }

    private static Map<String, Schema> requests(List<Operation> operations) {
        var requests = new LinkedHashMap<String, Schema>();
        operations.stream()
                .flatMap(operation -> operation.body().stream())
                .forEach(body -> body.schema().properties().forEach(requests::putIfAbsent));
        return requests;
    }

    /** Where the objects are kept that a path leads to. */
    CollectionKey collection(Map<String, String> path) {
        return new CollectionKey(placeNames.stream().map(path::get).collect(Collectors.joining("/")), name);
    }

    /** The name under which a target file lends ids of it. */
    String fixture() {
        return id.flatMap(Parameter::fixture).orElse(name);
    }

    /** The fields that a request can write and answers show. */
    public List<String> writable(Operation operation) {
        return operation.body().stream()
                .flatMap(body -> body.schema().properties().keySet().stream())
                .filter(name -> fields.containsKey(name) && !fields.get(name).flag("readOnly"))
                .toList();
    }

    /** The fields that the server alone writes. */
    public List<String> readOnly() {
        return fields.keySet().stream()
                .filter(name -> fields.get(name).flag("readOnly"))
                .toList();
    }

    /** What a new object has in a field. */
    public @Nullable Object initial(String field) {
        return MockExtensions.initial(fields.get(field));
    }

    private static Map<String, List<String>> hiding(Map<String, Schema> fields) {
        var hiding = new LinkedHashMap<String, List<String>>();
        fields.forEach((name, schema) -> {
            if (!MockExtensions.hidesFrom(schema).isEmpty()) {
                hiding.put(name, MockExtensions.hidesFrom(schema));
            }
        });
        return hiding;
    }

    private static Map<String, String> counting(Map<String, Schema> fields) {
        var counting = new LinkedHashMap<String, String>();
        fields.forEach((name, schema) ->
                MockExtensions.members(schema, "count").ifPresent(members -> counting.put(name, members)));
        return counting;
    }

    /** Whether ids are numbers; others are uuids. */
    boolean isNumbered() {
        return Optional.ofNullable(fields.get(ObjectFields.ID))
                .or(() -> id.map(Parameter::schema))
                .filter(schema -> schema.types().contains("integer"))
                .isPresent();
    }
}
