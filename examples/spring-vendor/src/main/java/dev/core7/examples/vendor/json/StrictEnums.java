package dev.core7.examples.vendor.json;

import com.fasterxml.jackson.annotation.JsonCreator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;

/**
 * Ignores the factory methods of the generated enums. The methods of nullable enums return null for unknown values, so
 * {@code "cohort_type": "no-such-type"} would be accepted.
 */
final class StrictEnums extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1L;

    @Override
    public JsonCreator.@Nullable Mode findCreatorAnnotation(MapperConfig<?> config, Annotated creator) {
        return creator.getRawType().isEnum() ? null : super.findCreatorAnnotation(config, creator);
    }
}
