package dev.core7.conformance.plan;

import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.result.Level;
import dev.core7.conformance.result.Outcome;
import dev.core7.conformance.result.Result;
import dev.core7.conformance.run.Report;
import dev.core7.conformance.selection.Selection;
import dev.core7.conformance.spi.Behaviour;
import dev.core7.conformance.target.Target;
import dev.core7.contract.Contract;
import dev.core7.contract.Link;
import dev.core7.contract.Operation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** A run walked through on paper: its requests, what they leave, and what cannot be proven with these keys and fixtures. */
public final class Plan {
    private final Report report;
    private final String note;

    private Plan(Report report, String note) {
        this.report = report;
        this.note = note;
    }

    /** The plan of a run that took place on a server that is always the same. */
    public static Plan of(Report report) {
        return new Plan(report, "So it was in a run on the embedded mock just now.");
    }

    /** The plan of a run; nothing is sent. */
    public static Plan of(Contract contract, Target target, Selection selection, List<Behaviour> behaviours) {
        var report = ContractTransport.walkThrough(contract, target, selection, behaviours);
        return new Plan(report, "Nothing was sent now.");
    }

    /** The plan as text, a line break at its end. */
    public String text() {
        var text = new StringBuilder();
        text.append("Requests to ").append(report.target().url()).append(": ");
        text.append(report.exchanges().size()).append(", of them ").append(writes(report.exchanges()));
        text.append(" that write. ").append(note).append("\n\n");
        text.append(String.format("%-58s %8s %6s  %s%n", "operation", "requests", "writes", "keys"));
        for (Operation operation : report.contract().operations()) {
            line(text, operation);
        }
        text.append('\n');
        leftovers(text);
        notProven(text);
        return text.toString();
    }

    private void line(StringBuilder text, Operation operation) {
        var sent = report.exchanges().stream()
                .filter(e -> e.sent().operation().equals(operation))
                .toList();
        var keys = new TreeSet<String>();
        sent.stream()
                .map(e -> e.request().key())
                .filter(key -> key != null)
                .forEach(key -> keys.add(String.valueOf(key)));
        text.append(String.format(
                "%-58s %8d %6d  %s%n", operation.id(), sent.size(), writes(sent), String.join(" ", keys)));
    }

    private static long writes(List<Exchange> exchanges) {
        return exchanges.stream()
                .filter(e ->
                        !List.of("GET", "HEAD", "OPTIONS").contains(e.request().method()))
                .count();
    }

    private void leftovers(StringBuilder text) {
        for (Operation operation : report.contract().operations()) {
            boolean creates = operation.success().links().stream().anyMatch(Link::cleanup);
            boolean deletes =
                    operation.method().equals("DELETE") && operation.success().status() / 100 == 2;
            var meant = report.exchanges().stream()
                    .filter(e -> e.sent().operation().equals(operation)
                            && e.sent().purpose().isDocumented())
                    .map(e -> e.request().path())
                    .toList();
            if (creates && !meant.isEmpty()) {
                text.append("Creates ").append(meant.size()).append(" by ").append(operation.id());
                text.append(", marked deleted at the end; a server that accepts what it has to refuse gets more,");
                text.append(" and they are tidied up alike.\n");
            }
            if (deletes && !meant.isEmpty()) {
                var fixtures = new TreeSet<>(meant).size();
                text.append("Deletes ").append(fixtures).append(fixtures == 1 ? " fixture by " : " fixtures by ");
                text.append(operation.id()).append(".\n");
            }
        }
    }

    private void notProven(StringBuilder text) {
        for (Level level : Level.values()) {
            var byReason = new LinkedHashMap<String, List<String>>();
            report.results(level, Outcome.NotProven.class)
                    .forEach(r -> byReason.computeIfAbsent(r.outcome().reason(), x -> new ArrayList<>())
                            .add(r.id()));
            long all = report.results().stream().filter(r -> counts(r, level)).count();
            long open = report.results(level, Outcome.NotProven.class).size();
            text.append(String.format("%n%s: at most %d of %d results can be proven.%n", level, all - open, all));
            byReason.entrySet().stream()
                    .sorted(Map.Entry.comparingByValue((a, b) -> b.size() - a.size()))
                    .forEach(e -> text.append(
                            String.format("  %3d more with: %s%n", e.getValue().size(), e.getKey())));
        }
    }

    /** Whatever is sent may be judged; on paper it cannot be told which checks an answer will leave nothing to. */
    private static boolean counts(Result result, Level level) {
        return result.level() == level
                && (result.exchange().isPresent() || result.outcome() instanceof Outcome.NotProven);
    }
}
