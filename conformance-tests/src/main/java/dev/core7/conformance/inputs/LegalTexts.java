package dev.core7.conformance.inputs;

import dev.core7.contract.Schema;
import java.util.ArrayList;
import java.util.List;

/** Texts that a schema allows and that servers often change or refuse. No text starts or ends with a space, which servers may trim. */
final class LegalTexts {
    /** Longer texts are not sent, because a server may limit the size of a whole body. */
    private static final int MAX_LENGTH = 65_536;

    /** Quotes, backslashes, wildcards of SQL and a line break; non-ASCII and right-to-left letters, markup and capitals. */
    private static final List<String> SPECIAL = List.of(
            "\"Double\" and 'single' quotes, C:\\new\\table,\n100% of snake_case",
            "\uD83D\uDE00 Grüße, שלום, مرحبا, <b>Bold</b> & &quot;CAPITALS&quot;");

    private LegalTexts() {}

    /** The texts for a schema of type string; may contain texts that other keywords of the schema forbid. */
    static List<String> of(Schema schema) {
        var format = schema.text("format");
        if (format.isPresent()) {
            return ofFormat(format.get());
        }
        var texts = new ArrayList<>(SPECIAL);
        // Servers may refuse the longest text, and all requests contain the free text, so that other values would go
        // unproven.
        boolean isFree = schema.flag("x-free-text");
        if (!isFree && schema.keyword("maxLength") instanceof Integer length && length <= MAX_LENGTH) {
            texts.add("x".repeat(length));
        }
        if (schema.keyword("minLength") instanceof Integer length && length > 0 && length <= MAX_LENGTH) {
            texts.add("x".repeat(length));
        } else if (!isFree) {
            texts.add("");
        }
        return texts;
    }

    /**
     * Texts of a format; empty if the kit does not know the format. The dates are those at which conversions go wrong: in a week that
     * belongs to another year (ISO 8601), in another year in UTC, in the last second of a century, and on a leap day at midnight.
     */
    private static List<String> ofFormat(String format) {
        return switch (format) {
            case "date-time" ->
                List.of(
                        "2024-12-30T08:30:00+05:30",
                        "2020-12-31T23:59:59.5-08:00",
                        "1999-12-31T23:59:59.123456Z",
                        "2024-02-29T00:00:00Z");
            case "date" -> List.of("2024-02-29", "2024-12-30");
            case "uuid" -> List.of("3f2504e0-4f89-41d3-9a0c-0305e82c3301");
            case "uri" -> List.of("https://example.com/a%20b?c=d&e=%C3%A9#f");
            case "email" -> List.of("first.last+tag@example.com");
            default -> List.of();
        };
    }
}
