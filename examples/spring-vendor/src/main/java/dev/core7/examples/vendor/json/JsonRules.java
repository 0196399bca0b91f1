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

/** Where Jackson's habits differ from PostHog's. */
@Component
class JsonRules implements JsonMapperBuilderCustomizer {
    private static final JsonSetter.Value REFUSED = JsonSetter.Value.construct(Nulls.FAIL, Nulls.FAIL);
    private static final JsonSetter.Value KEPT = JsonSetter.Value.construct(Nulls.SET, Nulls.SET);

    @Override
    public void customize(JsonMapper.Builder builder) {
        nulls(builder);
        values(builder);
        builder.addHandler(new FilterFields());
        // Through setters: a constructor cannot tell null from absent.
        builder.constructorDetector(ConstructorDetector.DEFAULT.withAllowImplicitWithDefaultConstructor(false));
    }

    /**
     * The models tell null from absent with {@link JsonNullable} where null is allowed, and with a plain null, which means
     * absent, where it is not. So a plain null is never sent, and one that is received is refused.
     */
    private static void nulls(JsonMapper.Builder builder) {
        builder.addModule(Nullables.module())
                .changeDefaultPropertyInclusion(any -> any.withValueInclusion(JsonInclude.Include.NON_NULL))
                .changeDefaultNullHandling(any -> REFUSED)
                .withConfigOverride(JsonNullable.class, it -> it.setNullHandling(KEPT));
    }

    /** A number is taken where a text is asked for; an empty text, a boolean or a fraction is not guessed at. */
    private static void values(JsonMapper.Builder builder) {
        builder.annotationIntrospector(new StrictLists())
                .enable(FAIL_ON_NUMBERS_FOR_ENUMS)
                .disable(ACCEPT_FLOAT_AS_INT)
                .withCoercionConfigDefaults(any -> any.setCoercion(CoercionInputShape.EmptyString, Fail))
                .withCoercionConfig(LogicalType.Textual, text -> text.setCoercion(CoercionInputShape.Boolean, Fail));
    }
}
