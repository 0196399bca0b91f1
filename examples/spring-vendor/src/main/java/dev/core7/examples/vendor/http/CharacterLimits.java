package dev.core7.examples.vendor.http;

import jakarta.validation.Configuration;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.constraints.Size;
import org.hibernate.validator.HibernateValidatorConfiguration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.validation.autoconfigure.ValidationConfigurationCustomizer;
import org.springframework.stereotype.Component;

/** Limits the length of texts in characters. By default, Bean Validation counts UTF-16 units, two for most emoji. */
@Component
class CharacterLimits implements ValidationConfigurationCustomizer {
    @Override
    public void customize(Configuration<?> configuration) {
        var hibernate = (HibernateValidatorConfiguration) configuration;
        var mapping = hibernate.createConstraintMapping();
        mapping.constraintDefinition(Size.class).validatedBy(Characters.class).includeExistingValidators(true);
        hibernate.addMapping(mapping);
    }

    /** Takes precedence over the validator for {@link CharSequence}, because its type is more specific. */
    public static final class Characters implements ConstraintValidator<Size, String> {
        private int min;
        private int max;

        @Override
        public void initialize(Size size) {
            min = size.min();
            max = size.max();
        }

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            if (text == null) {
                return true;
            }
            int characters = text.codePointCount(0, text.length());
            return min <= characters && characters <= max;
        }
    }
}
