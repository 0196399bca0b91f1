package dev.core7.conformance.badge;

import dev.core7.conformance.report.Formats;
import dev.core7.conformance.result.Outcome;
import dev.core7.conformance.run.Report;

/** The verdict in a few words, for a badge. */
record Badge(String label, String message, Colour colour) {
    /** A colour: its name at shields.io, and hex digits of a shade with enough contrast to white. */
    enum Colour {
        GREEN("brightgreen", "#2b7a0b"),
        YELLOW("yellow", "#8a6100"),
        RED("red", "#b3261e");

        private final String shields;
        private final String hex;

        Colour(String shields, String hex) {
            this.shields = shields;
            this.hex = hex;
        }

        String shields() {
            return shields;
        }

        String hex() {
            return hex;
        }
    }

    static Badge of(Report report) {
        String label = report.contract().title();
        return switch (report.verdict()) {
            case CONFORMANT -> new Badge(label, partly("conformant", report), Colour.GREEN);
            case INCOMPLETE -> new Badge(label, partly("incomplete", report), Colour.YELLOW);
            case NOT_CONFORMANT -> new Badge(label, counted(report) + " failed", Colour.RED);
        };
    }

    private static String counted(Report report) {
        return Formats.number(report.counted(Outcome.Failed.class).size());
    }

    /** Says that only a part was judged, if so. */
    private static String partly(String word, Report report) {
        return report.results(Outcome.Excluded.class).isEmpty() ? word : word + " in part";
    }
}
