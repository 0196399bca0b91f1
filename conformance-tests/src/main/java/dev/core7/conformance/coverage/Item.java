package dev.core7.conformance.coverage;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Something that the contract says about an operation, and how often a run exercised it.
 *
 * @param name the name of a parameter, a media type, a status, or the path of a field: {@code results[].created_by.id}
 */
public record Item(Kind kind, String name, List<Usage> usages) {
    /** Copies the usages. */
    public Item {
        usages = List.copyOf(usages);
    }

    /** Returns the forms that were never exercised by their reason, joined with commas. */
    public Map<String, String> never() {
        var never = new LinkedHashMap<String, String>();
        usages.stream()
                .filter(usage -> !usage.isExercised())
                .forEach(usage -> never.merge(usage.reason(), usage.form(), (one, other) -> one + ", " + other));
        return never;
    }

    /** Whether it has no other form than being present. */
    public boolean hasOneForm() {
        return usages.size() == 1 && usages.get(0).form().equals(Usage.VALUE);
    }

    /** What the item is. */
    public enum Kind {
        /** A path, query or header parameter. */
        PARAMETER("Parameters", true),
        /** A media type of the request body. */
        REQUEST_TYPE("Media types of requests", true),
        /** A field of the request body. */
        REQUEST_FIELD("Request fields", true),
        /** A status of the response. */
        STATUS("Statuses", false),
        /** A media type of the documented response. */
        RESPONSE_TYPE("Media types of responses", false),
        /** A field of the documented response. */
        RESPONSE_FIELD("Response fields", false);

        private final String title;
        private final boolean sent;

        Kind(String title, boolean sent) {
            this.title = title;
            this.sent = sent;
        }

        /** Returns the plural, as a heading. */
        public String title() {
            return title;
        }

        /** Whether requests contain it, rather than responses. */
        public boolean isSent() {
            return sent;
        }

        /** Returns the name in kebab-case. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
