package dev.core7.contract;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Copies schemas of a contract into another JSON Schema document. References between them then point to the {@code $defs} of that
 * document. Keywords that only OpenAPI has are left out, and so are extensions.
 */
public final class SchemaBundle {
    private static final Set<String> OPENAPI_ONLY = Set.of("discriminator", "example", "externalDocs", "xml");

    /** Keywords whose value maps names to schemas. */
    private static final Set<String> NAMED_SCHEMAS = Set.of("properties", "patternProperties", "dependentSchemas");

    /** Keywords whose value is data, not a schema. */
    private static final Set<String> DATA = Set.of("enum", "const", "default", "examples");

    private final Map<String, @Nullable Object> definitions = new LinkedHashMap<>();
    private final Map<String, String> names = new LinkedHashMap<>();

    /** Returns a copy of a schema for the document. */
    public Map<String, @Nullable Object> add(Schema schema) {
        return keywords(schema.keywords(), schema);
    }

    /** Returns the {@code $defs} of the document: all schemas that the added ones refer to. */
    public Map<String, @Nullable Object> definitions() {
        return definitions;
    }

    private Map<String, @Nullable Object> keywords(Map<?, ?> keywords, Schema holder) {
        var copy = new LinkedHashMap<String, @Nullable Object>();
        keywords.forEach((key, value) -> {
            String keyword = key.toString();
            if (!keyword.startsWith("x-") && !OPENAPI_ONLY.contains(keyword)) {
                copy.put(keyword, value(keyword, value, holder));
            }
        });
        return copy;
    }

    private @Nullable Object value(String keyword, @Nullable Object value, Schema holder) {
        if (keyword.equals("$ref") && value instanceof String reference) {
            return "#/$defs/" + definition(reference.substring(1), holder);
        }
        if (DATA.contains(keyword)) {
            return value;
        }
        if (NAMED_SCHEMAS.contains(keyword) && value instanceof Map<?, ?> schemas) {
            var copy = new LinkedHashMap<String, @Nullable Object>();
            schemas.forEach((name, schema) -> copy.put(name.toString(), value("", schema, holder)));
            return copy;
        }
        if (value instanceof Map<?, ?> schema) {
            return keywords(schema, holder);
        }
        return value instanceof List<?> list
                ? list.stream().map(item -> value("", item, holder)).toList()
                : value;
    }

    /** Returns the name of the copy of a schema, which may refer to itself. */
    private String definition(String pointer, Schema holder) {
        var known = names.get(pointer);
        if (known != null) {
            return known;
        }
        String last = pointer.substring(pointer.lastIndexOf('/') + 1);
        String name = names.containsValue(last) ? last + names.size() : last;
        names.put(pointer, name);
        definitions.put(name, Map.of());
        definitions.put(name, add(holder.at(pointer)));
        return name;
    }
}
