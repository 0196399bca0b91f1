package dev.core7.examples.vendor.json;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jackson.JacksonComponent;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

/** Reads date-times with offset and converts them to UTC. By default, Jackson also accepts numbers and empty texts. */
@JacksonComponent
class DateTimeDeserializer extends ValueDeserializer<OffsetDateTime> {
    @Override
    public @Nullable OffsetDateTime deserialize(JsonParser json, DeserializationContext context) {
        try {
            return OffsetDateTime.parse(json.getString()).withOffsetSameInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return (OffsetDateTime) context.handleWeirdStringValue(
                    OffsetDateTime.class, json.getString(), "expected a date-time with an offset");
        }
    }
}
