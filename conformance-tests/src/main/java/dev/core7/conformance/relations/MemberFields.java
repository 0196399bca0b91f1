package dev.core7.conformance.relations;

import dev.core7.contract.Contract;
import dev.core7.contract.MediaType;
import dev.core7.contract.Operation;
import dev.core7.contract.Schema;
import java.util.Map;
import java.util.Optional;

/** Finds the operations and fields that remove and count members ({@code x-members}). */
final class MemberFields {
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
        return operation.body().stream()
                .flatMap(body -> body.schema().properties().entrySet().stream())
                .filter(field -> has(field.getValue(), "remove"))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** The response field that counts the members of an object. */
    static Optional<String> count(Operation reader, ListUnderTest.Members members) {
        return reader.success().json().map(MediaType::schema).stream()
                .flatMap(schema -> schema.properties().entrySet().stream())
                .filter(field -> field.getValue().keyword("x-members") instanceof Map<?, ?> roles
                        && "count".equals(roles.get(members.fixture())))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** The field that hides an object if it is true ({@code x-hides-from}). */
    static Optional<String> hidingFlag(Operation reader) {
        return reader.success().json().map(MediaType::schema).stream()
                .flatMap(schema -> schema.properties().entrySet().stream())
                .filter(field -> field.getValue().keyword("x-hides-from") != null)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static boolean has(Schema field, String role) {
        return field.keyword("x-members") instanceof Map<?, ?> roles && roles.containsValue(role);
    }
}
