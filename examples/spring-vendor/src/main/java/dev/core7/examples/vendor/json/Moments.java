package dev.core7.examples.vendor.json;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jackson.JacksonComponent;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

/** Reads a moment from a text with date, time and offset alone, into UTC; Jackson would take numbers and empty texts too. */
@JacksonComponent
class Moments extends ValueDeserializer<OffsetDateTime> {
    @Override
    public @Nullable OffsetDateTime deserialize(JsonParser json, DeserializationContext context) {
        try {
            return OffsetDateTime.parse(json.getString()).withOffsetSameInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return (OffsetDateTime) context.handleWeirdStringValue(
                    OffsetDateTime.class, json.getString(), "no date and time with an offset");
        }
    }
}
