package dev.core7.examples.vendor.json;

import org.jspecify.annotations.Nullable;
import org.openapitools.jackson.nullable.JsonNullable;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.Deserializers;
import tools.jackson.databind.deser.std.ReferenceTypeDeserializer;
import tools.jackson.databind.jsontype.TypeDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.ReferenceType;

/**
 * Reads {@link JsonNullable}: null is null, absent is absent, and an empty text is an empty text, which the reader that comes
 * with the stubs takes for absent wherever the field is not a text.
 */
final class Nullables extends ReferenceTypeDeserializer<JsonNullable<Object>> {
    private Nullables(JavaType type, @Nullable TypeDeserializer typed, @Nullable ValueDeserializer<?> value) {
        super(type, null, typed, value);
    }

    static SimpleModule module() {
        return new SimpleModule("nullables") {
            private static final long serialVersionUID = 1L;

            @Override
            public void setupModule(SetupContext context) {
                context.addDeserializers(new Finder());
            }
        };
    }

    @Override
    protected Nullables withResolved(@Nullable TypeDeserializer typed, @Nullable ValueDeserializer<?> value) {
        return new Nullables(_fullType, typed, value);
    }

    @Override
    public JsonNullable<Object> getNullValue(DeserializationContext context) {
        return JsonNullable.of(null);
    }

    @Override
    public Object getAbsentValue(DeserializationContext context) {
        return JsonNullable.undefined();
    }

    @Override
    public JsonNullable<Object> referenceValue(@Nullable Object value) {
        return JsonNullable.of(value);
    }

    @Override
    public JsonNullable<Object> updateReference(JsonNullable<Object> old, @Nullable Object value) {
        return JsonNullable.of(value);
    }

    @Override
    public @Nullable Object getReferenced(JsonNullable<Object> value) {
        return value.get();
    }

    private static final class Finder extends Deserializers.Base {
        @Override
        public @Nullable ValueDeserializer<?> findReferenceDeserializer(
                ReferenceType type,
                DeserializationConfig config,
                BeanDescription.Supplier description,
                @Nullable TypeDeserializer typed,
                @Nullable ValueDeserializer<?> value) {
            return type.hasRawClass(JsonNullable.class) ? new Nullables(type, typed, value) : null;
        }

        @Override
        public boolean hasDeserializerFor(DeserializationConfig config, Class<?> type) {
            return type == JsonNullable.class;
        }
    }
}
