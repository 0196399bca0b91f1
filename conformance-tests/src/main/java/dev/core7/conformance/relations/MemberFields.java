package dev.core7.conformance.relations;

import dev.core7.contract.Contract;
import dev.core7.contract.MediaType;
import dev.core7.contract.Operation;
import dev.core7.contract.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds the operations and fields that remove and count members ({@code x-members}). */
final class MemberFields {
    private static final String EXTENSION = "x-members";

    private MemberFields() {}

    /** The operation that removes one member from an object. */
    static Optional<Operation> remover(ListUnderTest.Members members, Contract contract) {
        var path = members.adder().path();
        String object = path.substring(0, path.indexOf("{" + members.parameter() + "}"));
        return contract.operations().stream()
                .filter(operation -> !operation.isSafe() && operation.path().startsWith(object))
                .filter(operation -> single(operation).isPresent())
                .findFirst();
    }

    /** The request field that names the member to remove. */
    static Optional<String> single(Operation operation) {
        return operation.body().map(MediaType::schema).flatMap(schema -> field(schema, role("remove")));
    }

    /** An id in upper case, if the request field says that it is a UUID; otherwise the same id. */
    static String inUpperCase(Operation operation, String field, String id) {
        return operation
                .body()
                .map(MediaType::schema)
                .map(schema -> schema.properties().get(field))
                .stream()
                .map(schema -> schema.items().orElse(schema))
                .filter(schema -> schema.text("format").filter("uuid"::equals).isPresent())
                .map(schema -> id.toUpperCase(Locale.ROOT))
                .findFirst()
                .orElse(id);
    }

    /** The request field of a create that names the first members. */
    static Optional<String> initial(Operation creator, String fixture) {
        return creator.body().map(MediaType::schema).flatMap(schema -> field(schema, role(fixture, "add")));
    }

    /** The response field that counts the members of an object. */
    static Optional<String> count(Operation reader, ListUnderTest.Members members) {
        return shown(reader, role(members.fixture(), "count"));
    }

    /** A body in which each field that refers to fixtures names the first of them. */
    static Map<String, Object> example(Operation operation, RelationExecution execution) {
        var fields = new LinkedHashMap<String, Object>();
        operation.body().stream()
                .flatMap(body -> body.schema().properties().entrySet().stream())
                .forEach(field -> {
                    var items = field.getValue().items();
                    items.orElse(field.getValue())
                            .text("x-fixture")
                            .flatMap(fixture ->
                                    execution.fixtures(fixture).stream().findFirst())
                            .ifPresent(id -> fields.put(field.getKey(), items.isPresent() ? List.of(id) : id));
                });
        return fields;
    }

    /** The response field that says whether members can be added to an object; if it is false, they follow from the object. */
    static Optional<String> admits(Operation reader, ListUnderTest.Members members) {
        return shown(reader, role(members.fixture(), "admit"));
    }

    /** The response field that hides an object if it is true ({@code x-hides-from}). */
    static Optional<String> hidingFlag(Operation reader) {
        return shown(reader, field -> field.keyword("x-hides-from") != null);
    }

    private static Predicate<Schema> role(String role) {
        return field -> field.keyword(EXTENSION) instanceof Map<?, ?> roles && roles.containsValue(role);
    }

    private static Predicate<Schema> role(String fixture, String role) {
        return field -> field.keyword(EXTENSION) instanceof Map<?, ?> roles && role.equals(roles.get(fixture));
    }

    private static Optional<String> shown(Operation reader, Predicate<Schema> wanted) {
        return reader.success().json().map(MediaType::schema).flatMap(schema -> field(schema, wanted));
    }

    private static Optional<String> field(Schema schema, Predicate<Schema> wanted) {
        return schema.properties().entrySet().stream()
                .filter(property -> wanted.test(property.getValue()))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
