package dev.core7.conformance.report;

/** Escapes text for Markdown: it contains no markup and no mentions of users, and stays on one line. */
final class MarkdownText {
    /** Longer texts are cut; report.json contains them completely. */
    private static final int LENGTH = 600;

    private static final String MARKUP = "\\`*_{}[]#|~$";

    private MarkdownText() {}

    /** Escapes a sentence of the kit, which may quote the server. */
    static String prose(String raw) {
        var text = new StringBuilder();
        cut(raw).replaceAll("(?U)\\s+", " ").codePoints().forEach(c -> text.append(prose(c)));
        return text.toString().replace("www.", "www\\.").replace("://", "\\://");
    }

    private static String prose(int c) {
        return switch (c) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            // A zero-width space, so that it is not a mention.
            case '@' -> "@\u200B";
            default -> (MARKUP.indexOf(c) < 0 ? "" : "\\") + HtmlText.visible(c);
        };
    }

    /** Returns a code span whose delimiter is longer than any run of backticks in the text. */
    static String code(String raw) {
        var text = new StringBuilder();
        cut(raw).replaceAll("\\R", "\n").codePoints().forEach(c -> text.append(HtmlText.visible(c)));
        int longest = 0;
        int run = 0;
        for (int i = 0; i < text.length(); i++) {
            run = text.charAt(i) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        String fence = "`".repeat(longest + 1);
        String gap = longest > 0 || text.length() == 0 ? " " : "";
        return fence + gap + text + gap + fence;
    }

    private static String cut(String text) {
        return text.length() <= LENGTH ? text : text.substring(0, LENGTH) + "… (complete in report.json)";
    }
}
