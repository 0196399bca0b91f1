package dev.core7.mock.mcp;

import dev.core7.contract.Operation;
import dev.core7.contract.Parameter;
import dev.core7.contract.Schema;
import dev.core7.contract.SchemaBundle;
import dev.core7.mock.routing.KnownIds;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The JSON Schema of a tool's arguments: the parameters in path and query, and the fields of the body. Project and organization
 * are optional, because PostHog's tools use those of the session.
 */
final class InputSchema {
    private final SchemaBundle schemas = new SchemaBundle();
    private final Map<String, @Nullable Object> properties = new LinkedHashMap<>();
    private final List<String> required = new ArrayList<>();

    private InputSchema() {}

    /** Returns the schema for the arguments of a tool. */
    static Map<String, Object> of(ContractTool tool) {
        var input = new InputSchema();
        input.addParameters(tool.declared());
        if (tool.tool().call().isEmpty()) {
            tool.declared().body().ifPresent(body -> input.addFields(body.schema()));
        }
        return input.schema();
    }

    private void addParameters(Operation operation) {
        operation.pathParameters().stream()
                .filter(parameter -> !KnownIds.isParent(parameter))
                .forEach(this::add);
        operation.parameters().stream().filter(Parameter::inQuery).forEach(this::add);
        operation.pathParameters().stream().filter(KnownIds::isParent).forEach(this::add);
    }

    private void add(Parameter parameter) {
        var schema = schemas.add(parameter.schema());
        String description = KnownIds.isParent(parameter)
                ? (parameter.description() + ". By default, that of the key").replaceFirst("^\\. ", "")
                : parameter.description();
        if (!description.isEmpty()) {
            schema.putIfAbsent("description", description);
        }
        properties.put(parameter.name(), schema);
        if (parameter.required() && !KnownIds.isParent(parameter)) {
            required.add(parameter.name());
        }
    }

    private void addFields(Schema body) {
        body.properties().forEach((name, schema) -> properties.putIfAbsent(name, schemas.add(schema)));
        body.required().stream().filter(name -> !required.contains(name)).forEach(required::add);
    }

    private Map<String, Object> schema() {
        var schema = new LinkedHashMap<String, Object>();
        schema.put("type", "object");
        schema.put("properties", properties);
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        schema.put("additionalProperties", false);
        if (!schemas.definitions().isEmpty()) {
            schema.put("$defs", schemas.definitions());
        }
        return schema;
    }
}
