package dev.core7.conformance.report;

import dev.core7.conformance.exchange.Attempt;
import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.exchange.Response;
import dev.core7.conformance.exchange.Unanswered;
import dev.core7.conformance.http.CurlCommand;
import dev.core7.conformance.recording.TerminalText;
import dev.core7.conformance.result.Result;
import dev.core7.conformance.run.Report;
import dev.core7.conformance.selection.Selection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.TreeMap;

/** The text that {@code kit replay} prints: each exchange of one case or flow, and its results. */
public final class ReplaySummary {
    private ReplaySummary() {}

    /**
     * Returns the exchanges as text, which ends with a line break.
     *
     * @param subject the case or behaviour, as {@link Selection#subject} names it
     */
    public static String of(Report report, String subject) {
        var text = new StringBuilder();
        var results = report.results().stream()
                .filter(r -> isOf(subject, r.sent().id()))
                .toList();
        var attempts = report.attempts().stream()
                .filter(attempt -> isOf(subject, attempt.sent().id()))
                .toList();
        for (Attempt attempt : attempts) {
            attempt(text, attempt, report);
            results.stream().filter(r -> isJudgedOn(attempt, r)).forEach(result -> result(text, result));
            text.append('\n');
        }
        unsent(text, results);
        text.append(Formats.count(attempts.size(), "request"))
                .append(" of ")
                .append(subject)
                .append(", and ")
                .append(report.attempts().size() - attempts.size())
                .append(" for setup and cleanup, to ")
                .append(report.target().url())
                .append('\n');
        return text.toString();
    }

    private static boolean isOf(String subject, String sent) {
        return Selection.subject(sent).equals(subject);
    }

    /** Compares by identity: a repeated step has several exchanges that may be equal, and only one of them was judged. */
    private static boolean isJudgedOn(Attempt attempt, Result result) {
        return result.attempt().filter(judged -> judged == attempt).isPresent();
    }

    private static void attempt(StringBuilder text, Attempt attempt, Report report) {
        var request = attempt.request();
        text.append(attempt.sent().id()).append('\n');
        lines(text, "  > ", request.method() + " " + report.target().resolve(request.path()));
        if (request.key() != null && !request.hasKeyPlace()) {
            lines(text, "  > ", "Authorization: Bearer $" + request.key().variable());
        }
        new TreeMap<>(request.headers()).forEach((name, value) -> lines(text, "  > ", name + ": " + value));
        if (request.body() != null) {
            excerpt(text, "  > ", Excerpt.of(request.body()));
        }
        if (attempt instanceof Exchange exchange) {
            response(text, exchange.response());
        } else {
            lines(text, "  < ", "no response: " + ((Unanswered) attempt).problem());
        }
        lines(text, "  sent: ", CurlCommand.of(report.target(), request));
    }

    private static void response(StringBuilder text, Response response) {
        lines(text, "  < ", response.status() + " in " + Formats.duration(response.took()));
        new TreeMap<>(response.headers())
                .forEach((name, values) -> values.forEach(value -> lines(text, "  < ", name + ": " + value)));
        excerpt(text, "  < ", Excerpt.of(response));
    }

    private static void excerpt(StringBuilder text, String margin, Excerpt excerpt) {
        text.append(margin.stripTrailing()).append('\n');
        lines(text, margin, excerpt.text());
        if (!excerpt.note().isEmpty()) {
            lines(text, margin, "(" + excerpt.note() + ")");
        }
    }

    private static void result(StringBuilder text, Result result) {
        var outcome = result.outcome();
        text.append(String.format(
                "  %-14s %-6s  %s: %s%n",
                outcome.word().replace('-', ' '), result.level(), result.check(), TerminalText.of(result.clause())));
        if (!outcome.reason().isEmpty()) {
            lines(text, " ".repeat(25), outcome.reason());
        }
        outcome.brokenPlaces().forEach(finding -> lines(text, " ".repeat(25), Formats.finding(finding)));
    }

    private static void unsent(StringBuilder text, List<Result> results) {
        var open = results.stream().filter(result -> result.attempt().isEmpty()).toList();
        var cases = new LinkedHashSet<String>();
        open.forEach(result -> cases.add(result.sent().id()));
        for (String sent : cases) {
            text.append(sent).append("\n  not sent\n");
            open.stream().filter(r -> r.sent().id().equals(sent)).forEach(result -> result(text, result));
            text.append('\n');
        }
    }

    /** Prints every line of the content after the margin, without control characters. */
    private static void lines(StringBuilder text, String margin, String content) {
        content.lines()
                .forEach(line ->
                        text.append(margin).append(TerminalText.of(line)).append('\n'));
    }
}
