package dev.core7.conformance.report;

import dev.core7.conformance.result.Outcome;
import java.util.Arrays;
import java.util.Locale;

/** The symbol of an outcome in tables. The constants are ordered from the worst outcome to the best. */
enum OutcomeSymbol {
    FAILED("✗", Outcome.Failed.class),
    KNOWN_FAILURE("!", Outcome.KnownFailure.class),
    NOT_PROVEN("?", Outcome.NotProven.class),
    EXCLUDED("○", Outcome.Excluded.class),
    PASSED("✓", Outcome.Passed.class),
    NOT_APPLICABLE("–", Outcome.NotApplicable.class);

    private final String symbol;
    private final Class<? extends Outcome> kind;

    OutcomeSymbol(String symbol, Class<? extends Outcome> kind) {
        this.symbol = symbol;
        this.kind = kind;
    }

    static OutcomeSymbol of(Outcome outcome) {
        return Arrays.stream(values())
                .filter(candidate -> candidate.kind == outcome.getClass())
                .findFirst()
                .orElseThrow();
    }

    OutcomeSymbol worse(OutcomeSymbol other) {
        return compareTo(other) <= 0 ? this : other;
    }

    String symbol() {
        return symbol;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Returns its CSS class. */
    String style() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
