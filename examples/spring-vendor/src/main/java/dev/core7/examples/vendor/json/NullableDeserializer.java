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
 * Reads {@link JsonNullable}. The deserializer of the stubs treats an empty text as absent if the field is not a text; this one
 * does not.
 */
final class NullableDeserializer extends ReferenceTypeDeserializer<JsonNullable<Object>> {
    private NullableDeserializer(
            JavaType type, @Nullable TypeDeserializer typed, @Nullable ValueDeserializer<?> value) {
        super(type, null, typed, value);
    }

    static SimpleModule module() {
        return new SimpleModule("nullables") {
            private static final long serialVersionUID = 1L;

            @Override
            public void setupModule(SetupContext context) {
                context.addDeserializers(new Provider());
            }
        };
    }

    @Override
    protected NullableDeserializer withResolved(
            @Nullable TypeDeserializer typed, @Nullable ValueDeserializer<?> value) {
        return new NullableDeserializer(_fullType, typed, value);
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

    private static final class Provider extends Deserializers.Base {
        @Override
        public @Nullable ValueDeserializer<?> findReferenceDeserializer(
                ReferenceType type,
                DeserializationConfig config,
                BeanDescription.Supplier description,
                @Nullable TypeDeserializer typed,
                @Nullable ValueDeserializer<?> value) {
            return type.hasRawClass(JsonNullable.class) ? new NullableDeserializer(type, typed, value) : null;
        }

        @Override
        public boolean hasDeserializerFor(DeserializationConfig config, Class<?> type) {
            return type == JsonNullable.class;
        }
    }
}
