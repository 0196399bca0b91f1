package dev.core7.conformance.badge;

import com.google.auto.service.AutoService;
import dev.core7.conformance.report.HtmlText;
import dev.core7.conformance.run.Report;
import dev.core7.conformance.run.Reporter;
import java.io.IOException;
import java.io.Writer;

/** The badge as an SVG image without external resources. */
@AutoService(Reporter.class)
public final class BadgeSvgReporter implements Reporter {
    /** The average width of a character of Verdana at 11 pixels. The text is fitted to the sum of these widths. */
    private static final int CHARACTER = 7;

    /** The padding on both sides of a text, in pixels. */
    private static final int PADDING = 6;

    private static final String PICTURE = """
            <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="20" role="img" aria-label="%2$s: %3$s">
              <title>%2$s: %3$s</title>
              <clipPath id="round"><rect width="%1$d" height="20" rx="3"/></clipPath>
              <g clip-path="url(#round)">
                <rect width="%4$d" height="20" fill="#444"/>
                <rect x="%4$d" width="%5$d" height="20" fill="%6$s"/>
              </g>
              <g fill="#fff" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11">
                <text x="%7$d" y="14" textLength="%8$d">%2$s</text>
                <text x="%9$d" y="14" textLength="%10$d">%3$s</text>
              </g>
            </svg>
            """;

    @Override
    public String fileName() {
        return "badge.svg";
    }

    @Override
    public void write(Report report, Writer out) throws IOException {
        var badge = Badge.of(report);
        int label = badge.label().length() * CHARACTER;
        int message = badge.message().length() * CHARACTER;
        int left = label + 2 * PADDING;
        int right = message + 2 * PADDING;
        out.write(PICTURE.formatted(
                left + right,
                HtmlText.escape(badge.label()),
                HtmlText.escape(badge.message()),
                left,
                right,
                badge.colour().hex(),
                PADDING,
                label,
                left + PADDING,
                message));
    }
}
