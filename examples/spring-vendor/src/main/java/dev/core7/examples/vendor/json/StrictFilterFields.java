package dev.core7.examples.vendor.json;

import dev.core7.server.model.CohortFilter;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.DeserializationProblemHandler;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Rejects unknown fields in conditions of cohorts, because ignoring them would change the meaning. Other unknown fields are ignored. */
final class StrictFilterFields extends DeserializationProblemHandler {
    @Override
    public boolean handleUnknownProperty(
            DeserializationContext context, JsonParser json, ValueDeserializer<?> reader, Object object, String field) {
        if (object instanceof CohortFilter) {
            throw UnrecognizedPropertyException.from(json, object, field, List.of());
        }
        return false;
    }
}
