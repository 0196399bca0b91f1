package dev.core7.examples.vendor.json;

import dev.core7.server.model.CohortFilter;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.DeserializationProblemHandler;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Unknown fields are ignored, but not in a condition of a cohort: it would mean something else without them. */
final class FilterFields extends DeserializationProblemHandler {
    @Override
    public boolean handleUnknownProperty(
            DeserializationContext context, JsonParser json, ValueDeserializer<?> reader, Object object, String field) {
        if (object instanceof CohortFilter) {
            throw UnrecognizedPropertyException.from(json, object, field, List.of());
        }
        return false;
    }
}
