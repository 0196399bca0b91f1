package dev.core7.examples.vendor.json;

import com.fasterxml.jackson.annotation.JsonCreator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;

/**
 * Reads the lists of allowed values without the creators that the stubs have for them: where null is allowed as well, those
 * take every unknown value for null, and {@code "cohort_type": "no-such-type"} would pass.
 */
final class StrictLists extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1L;

    @Override
    public JsonCreator.@Nullable Mode findCreatorAnnotation(MapperConfig<?> config, Annotated creator) {
        return creator.getRawType().isEnum() ? null : super.findCreatorAnnotation(config, creator);
    }
}
