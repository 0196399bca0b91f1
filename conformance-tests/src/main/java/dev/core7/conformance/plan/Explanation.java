package dev.core7.conformance.plan;

import dev.core7.conformance.exchange.Attempt;
import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.exchange.Unanswered;
import dev.core7.conformance.http.CurlCommand;
import dev.core7.conformance.recording.TerminalText;
import dev.core7.conformance.result.Finding;
import dev.core7.conformance.result.Outcome;
import dev.core7.conformance.result.Result;
import dev.core7.conformance.run.Report;
import dev.core7.conformance.selection.Selection;
import dev.core7.conformance.spi.Behaviour;
import dev.core7.conformance.target.Target;
import dev.core7.contract.Contract;
import dev.core7.contract.InputException;
import dev.core7.contract.Operation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Explains a result: its clause and the section of the page, the request, the expected response, assumptions of the contract, and
 * the faults that its check detects. For the id of a case, step, flow, operation or check, explains what its results have in common
 * and lists them.
 */
public final class Explanation {
    private static final int FAULTS_SHOWN = 10;
    private static final int PROBLEMS_SHOWN = 10;

    private final Report report;
    private final Source source;

    private Explanation(Report report, Source source) {
        this.report = report;
        this.source = source;
    }

    /** Where the explained exchanges come from. */
    private enum Source {
        CONTRACT,
        RUN
    }

    /** Explains the results of a run against {@code target} without sending requests. */
    public static Explanation withoutRun(Contract contract, Target target, List<Behaviour> behaviours) {
        var report = ContractTransport.dryRun(contract, target, Selection.ALL, behaviours);
        return new Explanation(report, Source.CONTRACT);
    }

    /** Explains the results of a completed run. */
    public static Explanation ofRun(Report report) {
        return new Explanation(report, Source.RUN);
    }

    /**
     * Returns the only result that {@code id} refers to.
     *
     * @throws InputException if the id is unknown or refers to several results
     */
    public Result result(String id) {
        var results = results(id);
        if (results.size() == 1) {
            return results.get(0);
        }
        var example = results.stream()
                .filter(result -> result.outcome() instanceof Outcome.Failed)
                .findFirst()
                .orElse(results.get(0));
        throw new InputException(
                id + " has " + results.size() + " results: give the id of one, for example " + example.id());
    }

    /**
     * Returns the results that {@code id} refers to, at least one.
     *
     * @throws InputException if the id is unknown
     */
    public List<Result> results(String id) {
        return new ResultIds(report.results()).find(id).results();
    }

    /**
     * Returns the explanation as text that ends with a line break.
     *
     * @param id the id of a result, case, step, flow, operation or check
     * @param faults for a result, the faults of its operation that its check detects; empty if this was not tested
     * @throws InputException if the id is unknown
     */
    public String of(String id, Function<Result, Optional<List<String>>> faults) {
        var match = new ResultIds(report.results()).find(id);
        var results = match.results();
        var text = new StringBuilder((results.size() == 1 ? results.get(0).id() : match.id()) + "\n\n");
        if (!match.id().equals(id)) {
            line(text, "replaces", id);
        }
        only(results, Result::check).ifPresent(check -> {
            boolean same = only(results, Result::clause).isPresent();
            var first = results.get(0);
            line(text, "clause", first.level() + ": " + (same ? "" : "for example, ") + first.clause());
        });
        var operation = only(results, result -> result.sent().operation());
        operation.ifPresent(common -> operation(text, common, results));
        if (results.size() > 1) {
            list(text, match);
        } else {
            outcome(text, results.get(0));
        }
        operation.ifPresent(common -> assumptions(text, common));
        if (results.size() == 1) {
            faults(text, faults.apply(results.get(0)));
        }
        return text.toString();
    }

    /** Returns the value that all results share. */
    private static <T> Optional<T> only(List<Result> results, Function<Result, T> property) {
        var values = results.stream().map(property).distinct().limit(2).toList();
        return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
    }

    private void operation(StringBuilder text, Operation operation, List<Result> results) {
        line(text, "page", operation.section() + " (" + operation.method() + " " + operation.path() + ")");
        line(text, "scopes", String.join(" and ", operation.scopes()));
        line(text, "request", request(results));
        if (source == Source.CONTRACT && hasIds(operation)) {
            line(text, "ids", "are the page's examples; --from DIR shows those that a run used");
        }
        var body = operation.success().json().map(json -> ", " + json.name()).orElse(" without a body");
        line(
                text,
                "expected",
                "the documented response is " + operation.success().status() + body);
    }

    private boolean hasIds(Operation operation) {
        return !report.target().hasPathOf(operation);
    }

    /** Returns the documented request among the requests of these results, or else the first one. */
    private String request(List<Result> results) {
        var sent =
                results.stream().filter(result -> result.request().isPresent()).toList();
        return sent.stream()
                .filter(result -> result.sent().purpose().isDocumented())
                .findFirst()
                .or(() -> sent.stream().findFirst())
                .flatMap(Result::request)
                .map(request -> CurlCommand.of(report.target(), request))
                .orElseGet(() -> "none: " + results.get(0).outcome().reason());
    }

    private void outcome(StringBuilder text, Result result) {
        var outcome = result.outcome();
        if (source == Source.CONTRACT) {
            if (outcome instanceof Outcome.NotApplicable skipped
                    && result.exchange().isEmpty()) {
                line(text, "not sent", skipped.reason());
            }
            return;
        }
        result.attempt().ifPresent(attempt -> line(text, "response", response(attempt)));
        line(text, "outcome", word(outcome) + (outcome.reason().isEmpty() ? "" : ": " + outcome.reason()));
        for (Finding finding : outcome.brokenPlaces()) {
            line(text, "at", finding.where() + ": expected " + finding.expected() + ", actual " + finding.actual());
            if (!finding.condition().isEmpty()) {
                line(text, "condition", finding.condition());
            }
        }
    }

    private static String word(Outcome outcome) {
        return outcome.word().replace('-', ' ');
    }

    private static String response(Attempt attempt) {
        return attempt instanceof Exchange exchange
                ? String.valueOf(exchange.response().status())
                : "none: " + ((Unanswered) attempt).problem();
    }

    /** Lists the results of one case; of anything larger, its cases, steps or operations. */
    private void list(StringBuilder text, ResultIds.Match match) {
        if (!text.toString().endsWith("\n\n")) {
            text.append('\n');
        }
        switch (match.kind()) {
            case RESULT, CASE, STEP -> match.results().forEach(result -> text.append(row(result)));
            case FLOW, OPERATION ->
                count(text, match.results(), result -> result.sent().id());
            case CHECK ->
                count(text, match.results(), result -> result.sent().operation().id());
        }
        var problems = match.results().stream()
                .filter(result ->
                        result.outcome() instanceof Outcome.Failed || result.outcome() instanceof Outcome.NotProven)
                .toList();
        if (source == Source.RUN && !problems.isEmpty()) {
            text.append("\nFailed or not proven:\n");
            first(text, problems.stream().map(Result::id).toList(), PROBLEMS_SHOWN);
        }
    }

    private String row(Result result) {
        var outcome = source == Source.RUN ? "  " + word(result.outcome()) : "";
        return String.format(
                "  %-28s %-6s%s  %s%n", result.check(), result.level(), outcome, TerminalText.of(result.clause()));
    }

    private void count(StringBuilder text, List<Result> results, Function<Result, String> group) {
        var groups = new LinkedHashMap<String, List<Result>>();
        results.forEach(result -> groups.computeIfAbsent(group.apply(result), name -> new ArrayList<>())
                .add(result));
        groups.forEach((name, members) -> text.append(String.format(
                "  %-58s %3d %s%s%n",
                name,
                members.size(),
                members.size() == 1 ? "result" : "results",
                source == Source.RUN ? ": " + outcomes(members) : "")));
    }

    private static String outcomes(List<Result> results) {
        var counts = new TreeMap<String, Integer>();
        results.forEach(result -> counts.merge(word(result.outcome()), 1, Integer::sum));
        return String.join(
                ", ",
                counts.entrySet().stream()
                        .map(count -> count.getValue() + " " + count.getKey())
                        .toList());
    }

    private static void assumptions(StringBuilder text, Operation operation) {
        if (operation.unclear().isEmpty() && operation.unjudged().isEmpty()) {
            return;
        }
        text.append("\nWhat the page leaves open here, and how the contract reads it:\n");
        operation
                .unclear()
                .forEach(open -> text.append("  - ")
                        .append(open.page())
                        .append(" → ")
                        .append(open.reading())
                        .append(" (")
                        .append(open.reason())
                        .append(")\n"));
        operation
                .unjudged()
                .forEach((name, reason) -> text.append("  - ")
                        .append(name)
                        .append(" is not judged: ")
                        .append(reason)
                        .append('\n'));
    }

    private static void faults(StringBuilder text, Optional<List<String>> detected) {
        if (detected.isEmpty()) {
            text.append(
                    "\nThe self-test does not cover your own flows, so their ability to detect faults is unknown.\n");
            return;
        }
        var faults = detected.get();
        text.append("\nIn the self-test, this check detects ")
                .append(faults.size())
                .append(faults.size() == 1 ? " deliberate fault" : " deliberate faults")
                .append(" of this operation")
                .append(faults.isEmpty() ? ".\n" : ":\n");
        first(text, faults, FAULTS_SHOWN);
    }

    /** Appends the first lines, and the number of the others. */
    private static void first(StringBuilder text, List<String> lines, int shown) {
        lines.stream()
                .limit(shown)
                .forEach(line -> text.append("  ").append(line).append('\n'));
        if (lines.size() > shown) {
            text.append("  and ").append(lines.size() - shown).append(" more\n");
        }
    }

    private static void line(StringBuilder text, String head, String content) {
        text.append(String.format("%-9s %s%n", head, TerminalText.of(content)));
    }
}
