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
import dev.core7.conformance.run.Runner;
import dev.core7.conformance.selection.Selection;
import dev.core7.conformance.spi.Behaviour;
import dev.core7.conformance.spi.Check;
import dev.core7.conformance.target.Target;
import dev.core7.contract.Contract;
import dev.core7.contract.InputException;
import dev.core7.contract.Operation;
import java.util.List;
import java.util.Optional;

/** What stands behind one result: clause and page, request, expected answer, our assumptions, and the mutants it kills. */
public final class Explanation {
    private static final int MUTANTS_SHOWN = 10;

    private final Report report;
    private final Source source;

    private Explanation(Report report, Source source) {
        this.report = report;
        this.source = source;
    }

    /** Where the exchanges come from that are explained. */
    private enum Source {
        PAPER,
        RUN
    }

    /** Explains results as a run on {@code target} would have them; nothing is sent. */
    public static Explanation onPaper(Contract contract, Target target, List<Behaviour> behaviours) {
        var report = ContractTransport.walkThrough(contract, target, Selection.ALL, behaviours);
        return new Explanation(report, Source.PAPER);
    }

    /** Explains results of a run that took place. */
    public static Explanation ofRun(Report report) {
        return new Explanation(report, Source.RUN);
    }

    /**
     * The result of that id.
     *
     * @throws InputException where the run has none
     */
    public Result result(String id) {
        return report.results().stream()
                .filter(r -> r.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new InputException(id + ": no such result; " + suggestion(id)));
    }

    /**
     * The explanation as text, a line break at its end.
     *
     * @param id {@code operationId/case/check}, as reports have it
     * @param kills the mutants that the check finds in that operation; empty where none were played
     * @throws InputException where no result of such a run has that id
     */
    public String of(String id, Optional<List<String>> kills) {
        var result = result(id);
        var operation = result.sent().operation();
        var text = new StringBuilder(id + "\n\n");
        line(text, "clause", result.level() + ": " + result.clause());
        line(text, "page", operation.section() + " (" + operation.method() + " " + operation.path() + ")");
        line(text, "scopes", String.join(" and ", operation.scopes()));
        line(text, "request", request(result));
        if (source == Source.PAPER && hasIds(operation)) {
            line(text, "ids", "are the page's; a run sends what its server answered: --from DIR shows that");
        }
        line(
                text,
                "expected",
                "the documented answer is " + operation.success().status()
                        + operation
                                .success()
                                .json()
                                .map(json -> ", " + json.name())
                                .orElse(", and the page shows no body"));
        if (source == Source.RUN) {
            outcome(text, result);
        } else if (result.outcome() instanceof Outcome.NotApplicable left
                && result.exchange().isEmpty()) {
            line(text, "not sent", left.reason());
        }
        assumptions(text, operation);
        kills.ifPresentOrElse(
                found -> mutants(text, found),
                () -> text.append(
                        "\nNo fault was played to flows of your own, so that nobody knows which they find.\n"));
        return text.toString();
    }

    private boolean hasIds(Operation operation) {
        return operation.pathParameters().stream()
                .anyMatch(parameter -> !report.target().parameters().containsKey(parameter.name()));
    }

    private static void outcome(StringBuilder text, Result result) {
        var outcome = result.outcome();
        result.attempt().ifPresent(attempt -> line(text, "answer", answer(attempt)));
        line(
                text,
                "outcome",
                outcome.word().replace('-', ' ') + (outcome.reason().isEmpty() ? "" : ": " + outcome.reason()));
        for (Finding finding : outcome.brokenPlaces()) {
            line(text, "at", finding.where() + ": expected " + finding.expected() + ", actual " + finding.actual());
        }
    }

    private static String answer(Attempt attempt) {
        return attempt instanceof Exchange exchange
                ? String.valueOf(exchange.response().status())
                : "none: " + ((Unanswered) attempt).problem();
    }

    private String request(Result result) {
        return result.request()
                .map(request -> CurlCommand.of(report.target(), request))
                .orElseGet(() -> "none: " + result.outcome().reason());
    }

    private static void assumptions(StringBuilder text, Operation operation) {
        text.append("\nWhat the page leaves open here, and how the contract reads it:\n");
        operation
                .unclear()
                .forEach(u -> text.append("  - ")
                        .append(u.page())
                        .append(" → ")
                        .append(u.reading())
                        .append(" (")
                        .append(u.reason())
                        .append(")\n"));
        operation
                .unjudged()
                .forEach((name, reason) -> text.append("  - ")
                        .append(name)
                        .append(" is not judged: ")
                        .append(reason)
                        .append('\n'));
    }

    private static void mutants(StringBuilder text, List<String> kills) {
        text.append("\nThis check finds ")
                .append(kills.size())
                .append(kills.size() == 1 ? " deliberate fault" : " deliberate faults")
                .append(" of this operation");
        text.append(kills.isEmpty() ? ".\n" : ":\n");
        kills.stream()
                .limit(MUTANTS_SHOWN)
                .forEach(kill -> text.append("  ").append(kill).append('\n'));
        if (kills.size() > MUTANTS_SHOWN) {
            text.append("  and ").append(kills.size() - MUTANTS_SHOWN).append(" more\n");
        }
    }

    private String suggestion(String id) {
        var operation = id.split("/", 2)[0];
        var like = report.results().stream()
                .map(Result::id)
                .filter(known -> known.startsWith(operation + "/"))
                .toList();
        return like.isEmpty()
                ? "an id is operation/case/check, as report.json has it; checks are "
                        + String.join(
                                ", ", Runner.checks().stream().map(Check::id).toList())
                : "there is, for example, " + like.get(0);
    }

    private static void line(StringBuilder text, String head, String content) {
        text.append(String.format("%-9s %s%n", head, TerminalText.of(content)));
    }
}
