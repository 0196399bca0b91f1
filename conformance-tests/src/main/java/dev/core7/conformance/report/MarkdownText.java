package dev.core7.conformance.report;

/** Any text as text of a Markdown page: it becomes no markup, calls nobody by name, and stays on its line. */
final class MarkdownText {
    /** Longer texts are cut; report.json has them whole. */
    private static final int SHOWN = 600;

    private static final String MARKUP = "\\`*_{}[]#|~$";

    private MarkdownText() {}

    /** Text of ours, which may quote some that came. */
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
            // What follows the sign is no name any more.
            case '@' -> "@\u200B";
            default -> (MARKUP.indexOf(c) < 0 ? "" : "\\") + HtmlText.visible(c);
        };
    }

    /** Text that came as it is: a fence of backticks, longer than any in it. */
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
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "… (whole in report.json)";
    }
}
