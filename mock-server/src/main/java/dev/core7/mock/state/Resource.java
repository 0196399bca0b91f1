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
 * A kind of object in the contract: listed and created at one path, and found below it by id.
 *
 * @param name the path segment that lists it, such as {@code cohorts}
 * @param parentParameters the path parameters before the collection, such as {@code project_id}
 * @param id the path parameter with the id; empty: objects are not addressed by id
 * @param operations the operations on the collection and on one object
 * @param schema the schema of an object in responses; empty: none shows one
 * @param fields the fields of an object in responses, without write-only ones
 * @param hiding the fields that hide an object if they are true → from what
 * @param counting the fields with a number of members → the type of the members
 * @param requests the schemas of fields in requests
 * @param listParameters the query parameters of its list
 * @param example an object from the contract's examples; without fields if they show none
 */
public record Resource(
        String name,
        List<String> parentParameters,
        Optional<Parameter> id,
        List<Operation> operations,
        Optional<Schema> schema,
        Map<String, Schema> fields,
        Map<String, List<String>> hiding,
        Map<String, String> counting,
        Map<String, Schema> requests,
        List<Parameter> listParameters,
        Map<String, @Nullable Object> example) {
    /** Derives a resource from its operations. */
    static Resource of(String name, List<String> parentParameters, Optional<Parameter> id, List<Operation> operations) {
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
                .map(MockExtensions::asMap)
                .or(() -> listing.map(ListOperation::itemExample));
        var fields = schema.map(Resource::fields).orElse(Map.of());
        return new Resource(
                name,
                parentParameters,
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

    /** Returns the collection in a path. */
    CollectionKey collection(Map<String, String> path) {
        return new CollectionKey(parentParameters.stream().map(path::get).collect(Collectors.joining("/")), name);
    }

    /** Returns the objects in the example of its list. */
    List<Map<String, @Nullable Object>> listed() {
        return operations.stream()
                .filter(ListOperation::isOf)
                .findFirst()
                .map(list -> ListOperation.of(list).itemExamples())
                .orElse(List.of());
    }

    /** Returns the name of its ids in a target file. */
    String fixture() {
        return id.flatMap(Parameter::fixture).orElse(name);
    }

    /** Returns the fields that a request can write and responses show. */
    public List<String> writable(Operation operation) {
        return operation.body().stream()
                .flatMap(body -> body.schema().properties().keySet().stream())
                .filter(name -> fields.containsKey(name) && !fields.get(name).flag("readOnly"))
                .toList();
    }

    /** Returns the read-only fields. */
    public List<String> readOnly() {
        return fields.keySet().stream()
                .filter(name -> fields.get(name).flag("readOnly"))
                .toList();
    }

    /** Returns the initial value of a field. */
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

    /** Returns whether ids are numbers; other ids are UUIDs. */
    boolean isNumbered() {
        return Optional.ofNullable(fields.get(ObjectFields.ID))
                .or(() -> id.map(Parameter::schema))
                .filter(schema -> schema.types().contains("integer"))
                .isPresent();
    }
}
