package dev.core7.conformance.report;

import dev.core7.conformance.run.Outcome;
import java.util.Locale;

/** An outcome as a cell shows it, the worst first. */
enum Mark {
    FAILED("✗"),
    KNOWN_FAILURE("!"),
    NOT_PROVEN("?"),
    EXCLUDED("○"),
    PASSED("✓"),
    NOT_APPLICABLE("–");

    private final String symbol;

    Mark(String symbol) {
        this.symbol = symbol;
    }

    static Mark of(Outcome outcome) {
        return valueOf(outcome.word().toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    Mark worse(Mark other) {
        return compareTo(other) <= 0 ? this : other;
    }

    String symbol() {
        return symbol;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Its class in the style sheet. */
    String style() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
