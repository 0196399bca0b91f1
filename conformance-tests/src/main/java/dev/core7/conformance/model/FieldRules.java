package dev.core7.conformance.model;

import dev.core7.contract.Schema;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the contract says about when a field may change ({@code x-changes-by-itself}, {@code x-changes-with}, …). */
final class FieldRules {
    /** The values of {@code x-set-by-server}. */
    static final String CREATION = "creation-time";

    static final String CHANGE = "change-time";
    static final String LATER = "later-time";
    static final String CREATOR = "creator";

    private static final String BY_ITSELF = "x-changes-by-itself";

    private FieldRules() {}

    /** Whether the server may change it at any time, in any object. */
    static boolean changesByItself(Schema field) {
        return field.text(BY_ITSELF).isPresent();
    }

    /** The flag that an object must have for the field to change with writes only; empty: there is no such condition. */
    static Optional<String> changesUnless(Schema field) {
        return field.keyword(BY_ITSELF) instanceof Map<?, ?> condition
                ? Optional.of(String.valueOf(condition.get("unless")))
                : Optional.empty();
    }

    /** Whether a write that names {@code written} may change the field although it does not name it. */
    static boolean changesWith(Schema field, Set<String> written) {
        return field.keyword("x-changes-with") instanceof List<?> names
                && names.stream().anyMatch(written::contains);
    }

    /** The field of the same object that it follows ({@code x-derived-from}); empty: it follows none. */
    static Optional<String> derivedFrom(Schema field) {
        return field.text("x-derived-from");
    }

    /** What the server puts there: one of the constants of this class; empty: not said. */
    static String setByServer(Schema field) {
        return field.text("x-set-by-server").orElse("");
    }

    /** Whether older servers ignore the field in requests. */
    static boolean mayBeIgnored(Schema requestField) {
        return requestField.text("x-ignored-before").isPresent();
    }
}
