package dev.core7.conformance.coverage;

import dev.core7.conformance.coverage.Item.Kind;
import dev.core7.contract.MediaType;
import dev.core7.contract.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything that the contract says about one operation, and the forms in which it can be exercised. */
final class Expected {
    private final Operation operation;

    Expected(Operation operation) {
        this.operation = operation;
    }

    /** Receives each item with its possible forms. */
    interface Sink {
        void add(Kind kind, String name, List<String> forms);
    }

    void forEach(Sink sink) {
        operation.parameters().forEach(parameter -> {
            var forms = new ArrayList<>(List.of(Usage.VALUE));
            parameter.schema().enumeration().forEach(one -> forms.add(Usage.listed(one)));
            if (!parameter.required()) {
                forms.add(Usage.ABSENT);
            }
            sink.add(Kind.PARAMETER, parameter.name(), forms);
        });
        operation.body().ifPresent(body -> {
            sink.add(Kind.REQUEST_TYPE, body.name(), List.of(Usage.VALUE));
            Fields.ofRequest(body.schema())
                    .forEach((name, field) -> sink.add(Kind.REQUEST_FIELD, name, forms(field, true)));
        });
        sink.add(Kind.STATUS, String.valueOf(operation.success().status()), List.of(Usage.VALUE));
        operation.errors().keySet().stream()
                .sorted()
                .forEach(status -> sink.add(Kind.STATUS, String.valueOf(status), List.of(Usage.VALUE)));
        operation
                .success()
                .content()
                .keySet()
                .forEach(type -> sink.add(Kind.RESPONSE_TYPE, type, List.of(Usage.VALUE)));
        responseFields().forEach((name, field) -> sink.add(Kind.RESPONSE_FIELD, name, forms(field, false)));
    }

    private Map<String, Fields.Field> responseFields() {
        Optional<MediaType> json = operation.success().json();
        return json.map(type -> Fields.ofResponse(type.schema())).orElse(Map.of());
    }

    private static List<String> forms(Fields.Field field, boolean withListed) {
        var forms = new ArrayList<>(List.of(Usage.VALUE));
        if (withListed) {
            field.listed().stream().filter(one -> one != null).forEach(one -> forms.add(Usage.listed(one)));
        }
        if (field.schema().nullable()) {
            forms.add(Usage.NULL);
        }
        if (field.optional()) {
            forms.add(Usage.ABSENT);
        }
        return forms;
    }

    /** Returns the field with that path, if the kind is one of fields. */
    Optional<Fields.Field> field(Kind kind, String name) {
        return switch (kind) {
            case REQUEST_FIELD ->
                operation.body().map(body -> Fields.ofRequest(body.schema()).get(name));
            case RESPONSE_FIELD -> Optional.ofNullable(responseFields().get(name));
            default -> Optional.empty();
        };
    }
}
