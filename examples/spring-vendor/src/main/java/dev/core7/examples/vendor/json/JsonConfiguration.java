package dev.core7.examples.vendor.json;

import static tools.jackson.databind.DeserializationFeature.ACCEPT_FLOAT_AS_INT;
import static tools.jackson.databind.cfg.CoercionAction.Fail;
import static tools.jackson.databind.cfg.EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import org.openapitools.jackson.nullable.JsonNullable;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.ConstructorDetector;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/** Adapts Jackson to PostHog's behaviour. */
@Component
class JsonConfiguration implements JsonMapperBuilderCustomizer {
    private static final JsonSetter.Value FAIL_ON_NULL = JsonSetter.Value.construct(Nulls.FAIL, Nulls.FAIL);
    private static final JsonSetter.Value KEEP_NULL = JsonSetter.Value.construct(Nulls.SET, Nulls.SET);

    @Override
    public void customize(JsonMapper.Builder builder) {
        nulls(builder);
        values(builder);
        builder.addHandler(new StrictFilterFields());
        // Use setters, because a constructor cannot distinguish null from absent.
        builder.constructorDetector(ConstructorDetector.DEFAULT.withAllowImplicitWithDefaultConstructor(false));
    }

    /**
     * Configures null values. Nullable fields have the type {@link JsonNullable}, which distinguishes null from absent. In all other
     * fields, null means absent, so it is never sent, and rejected if received.
     */
    private static void nulls(JsonMapper.Builder builder) {
        builder.addModule(NullableDeserializer.module())
                .changeDefaultPropertyInclusion(any -> any.withValueInclusion(JsonInclude.Include.NON_NULL))
                .changeDefaultNullHandling(any -> FAIL_ON_NULL)
                .withConfigOverride(JsonNullable.class, it -> it.setNullHandling(KEEP_NULL));
    }

    /** Configures conversions: numbers are accepted as texts, but not as booleans; empty texts, booleans and fractions are not
     * converted. */
    private static void values(JsonMapper.Builder builder) {
        builder.annotationIntrospector(new StrictEnums())
                .enable(FAIL_ON_NUMBERS_FOR_ENUMS)
                .disable(ACCEPT_FLOAT_AS_INT)
                .withCoercionConfigDefaults(any -> any.setCoercion(CoercionInputShape.EmptyString, Fail))
                .withCoercionConfig(LogicalType.Boolean, bool -> bool.setCoercion(CoercionInputShape.Integer, Fail))
                .withCoercionConfig(LogicalType.Textual, text -> text.setCoercion(CoercionInputShape.Boolean, Fail));
    }
}
