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

/** The requests of a run, the objects that they create or delete, and the results that these keys and fixtures cannot prove. */
public final class Plan {
    private final Report report;
    private final String note;

    private Plan(Report report, String note) {
        this.report = report;
        this.note = note;
    }

    /** Returns the plan that a run against the embedded mock shows. */
    public static Plan of(Report report) {
        return new Plan(report, "These are the numbers of a run against the embedded mock.");
    }

    /** Returns the plan of a run without sending requests. */
    public static Plan of(Contract contract, Target target, Selection selection, List<Behaviour> behaviours) {
        var report = ContractTransport.dryRun(contract, target, selection, behaviours);
        return new Plan(report, "This plan did not send them.");
    }

    /** Returns the plan as text that ends with a line break. */
    public String text() {
        var text = new StringBuilder();
        text.append("Requests to ").append(report.target().url()).append(": ");
        text.append(report.exchanges().size()).append(", including ").append(writes(report.exchanges()));
        text.append(" writes. ").append(note).append("\n\n");
        text.append(String.format("%-58s %8s %6s  %s%n", "operation", "requests", "writes", "keys"));
        for (Operation operation : report.contract().operations()) {
            line(text, operation);
        }
        text.append('\n');
        leftovers(text);
        notProven(text);
        text.append(PlannedCoverage.text(report));
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
        return exchanges.stream().filter(e -> !e.request().isSafe()).count();
    }

    private void leftovers(StringBuilder text) {
        for (Operation operation : report.contract().operations()) {
            boolean creates = operation.success().links().stream().anyMatch(Link::cleanup);
            boolean deletes =
                    operation.method().equals("DELETE") && operation.success().status() / 100 == 2;
            var documented = report.exchanges().stream()
                    .filter(e -> e.sent().operation().equals(operation)
                            && (e.sent().purpose().isDocumented()
                                    || e.sent().purpose().isDocumentedInOtherForm()))
                    .map(e -> e.request().path())
                    .toList();
            if (creates && !documented.isEmpty()) {
                text.append("Creates ").append(documented.size());
                text.append(documented.size() == 1 ? " object with " : " objects with ")
                        .append(operation.id());
                text.append(", marked as deleted at the end. A server that accepts invalid requests gets more;");
                text.append(" the suite removes them too.\n");
            }
            if (deletes && !documented.isEmpty()) {
                var fixtures = new TreeSet<>(documented).size();
                text.append("Deletes ").append(fixtures).append(fixtures == 1 ? " fixture with " : " fixtures with ");
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
                            String.format("  %3d not proven: %s%n", e.getValue().size(), e.getKey())));
        }
    }

    /** Counts all results of sent cases; which of them a response makes not applicable is unknown before the run. */
    private static boolean counts(Result result, Level level) {
        return result.level() == level
                && (result.exchange().isPresent() || result.outcome() instanceof Outcome.NotProven);
    }
}
