package dev.core7.conformance.report;

import dev.core7.conformance.exchange.Purpose;
import dev.core7.conformance.exchange.Unanswered;
import dev.core7.conformance.result.Finding;
import dev.core7.conformance.result.Level;
import dev.core7.conformance.result.Result;
import dev.core7.conformance.run.Report;
import dev.core7.contract.Contract;
import dev.core7.contract.Operation;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Orders failures so that a failure that may explain others comes before them. The order follows from the contract and the flows:
 *
 * <ol>
 *   <li>requests without a response
 *   <li>MUST before SHOULD
 *   <li>documented requests; then variants of them, such as invalid input; then reads that look for effects of these variants; then
 *       steps of flows
 *   <li>steps in the order of the flows document, in which a flow comes after the flows that it depends on
 *   <li>an operation before the operations that its links lead to, so operations that create or list objects before operations
 *       that use these objects
 *   <li>the status of a response before its headers, and headers before the body
 * </ol>
 */
final class FailureOrder {
    private final Map<String, Integer> steps = new HashMap<>();
    private final Map<String, Integer> depths = new HashMap<>();

    FailureOrder(Report report) {
        report.results().stream()
                .filter(result -> result.sent().purpose() instanceof Purpose.Step)
                .forEach(result -> steps.putIfAbsent(result.sent().id(), steps.size()));
        report.contract().operations().forEach(operation -> depth(operation, report.contract()));
    }

    /** The position of a failure; lower positions come first. */
    record Rank(boolean hasResponse, Level level, int stage, int step, int depth, int part)
            implements Comparable<Rank> {
        private static final Comparator<Rank> ORDER = Comparator.comparing(Rank::hasResponse)
                .thenComparing(Rank::level)
                .thenComparing(Rank::stage)
                .thenComparing(Rank::step)
                .thenComparing(Rank::depth)
                .thenComparing(Rank::part);

        @Override
        public int compareTo(Rank other) {
            return ORDER.compare(this, other);
        }
    }

    /** Returns the lowest rank that one of {@code results} has because of {@code findings}. */
    Rank rank(Collection<Result> results, List<Finding> findings) {
        int part = findings.stream().mapToInt(FailureOrder::part).min().orElse(0);
        return results.stream()
                .map(result -> rank(result, part))
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private Rank rank(Result result, int part) {
        return new Rank(
                result.outcome().brokenPlaces().stream()
                        .noneMatch(finding -> finding.where().equals(Unanswered.WHERE)),
                result.level(),
                stage(result.sent().purpose()),
                steps.getOrDefault(result.sent().id(), -1),
                depths.getOrDefault(result.sent().called().id(), 0),
                part);
    }

    private static int stage(Purpose purpose) {
        if (purpose instanceof Purpose.Documented) {
            return 0;
        }
        if (purpose instanceof Purpose.ReadBack) {
            return 2;
        }
        return purpose instanceof Purpose.Step ? 3 : 1;
    }

    /** Returns the length of the longest chain of links that leads to an operation. Links back to this chain do not count. */
    private int depth(Operation operation, Contract contract) {
        var known = depths.putIfAbsent(operation.id(), 0);
        if (known != null) {
            return known;
        }
        int depth = contract.operations().stream()
                .filter(source -> leads(source, operation))
                .mapToInt(source -> 1 + depth(source, contract))
                .max()
                .orElse(0);
        depths.put(operation.id(), depth);
        return depth;
    }

    private static boolean leads(Operation source, Operation operation) {
        return !source.id().equals(operation.id())
                && source.success().links().stream()
                        .filter(link -> !link.cleanup() && !link.repair())
                        .anyMatch(link -> link.operationId().equals(operation.id()));
    }

    private static int part(Finding finding) {
        return switch (finding.where().split(" ", 2)[0]) {
            case Unanswered.WHERE, "status" -> 0;
            case "header" -> 1;
            default -> 2;
        };
    }
}
