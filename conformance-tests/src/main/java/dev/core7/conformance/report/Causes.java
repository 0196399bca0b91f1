package dev.core7.conformance.report;

import dev.core7.conformance.result.Finding;
import dev.core7.conformance.result.Level;
import dev.core7.conformance.result.Outcome;
import dev.core7.conformance.result.Result;
import dev.core7.conformance.run.Report;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Groups failures by their common cause. */
final class Causes {
    private Causes() {}

    /** A check and one of its findings. The same finding in several items of a list is one symptom. */
    private record Symptom(Level level, String check, Finding finding) {}

    /** Symptoms of one check that occur in exactly the same results, or one clause in the steps of one flow. */
    private record Group(Level level, String check, Set<Result> results, boolean ofFlow) {}

    /** A clause of a flow. */
    private record FlowClause(Level level, String clause, String flow) {}

    /** Returns the causes of all failures in the order of {@link FailureOrder}, among equals the most frequent first. */
    static List<Cause> of(Report report) {
        var groups = new LinkedHashMap<Group, List<Finding>>();
        symptoms(report)
                .forEach((symptom, results) -> groups.computeIfAbsent(
                                new Group(symptom.level(), symptom.check(), results, false), g -> new ArrayList<>())
                        .add(example(symptom, results)));
        flows(report).forEach(group -> groups.put(group, findings(group)));
        var order = new FailureOrder(report);
        var causes = new ArrayList<Cause>();
        groups.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<Group, List<Finding>> entry) ->
                                order.rank(entry.getKey().results(), entry.getValue()))
                        .thenComparing(entry -> -entry.getKey().results().size()))
                .forEach(entry -> causes.add(cause(causes.size() + 1, entry.getKey(), entry.getValue(), report)));
        return causes;
    }

    /** Returns the finding of a symptom with the actual value of its first occurrence. */
    private static Finding example(Symptom symptom, Set<Result> results) {
        return results.stream()
                .flatMap(result -> result.outcome().brokenPlaces().stream())
                .filter(finding -> finding.ofAnyItem().equals(symptom.finding()))
                .findFirst()
                .map(first -> new Finding(symptom.finding().where(), first.expected(), first.actual()))
                .orElseThrow();
    }

    private static Map<Symptom, Set<Result>> symptoms(Report report) {
        var symptoms = new LinkedHashMap<Symptom, Set<Result>>();
        for (Result result : failures(report, false)) {
            for (Finding finding : result.outcome().brokenPlaces()) {
                var symptom = new Symptom(result.level(), result.check(), finding.ofAnyItem());
                symptoms.computeIfAbsent(symptom, s -> new LinkedHashSet<>()).add(result);
            }
        }
        return symptoms;
    }

    private static Cause cause(int number, Group group, List<Finding> findings, Report report) {
        var places = new ArrayList<Occurrence>();
        for (Result result : group.results()) {
            var own = group.ofFlow() ? Cause.rows(result.outcome().brokenPlaces()) : List.<Cause.Row>of();
            places.add(Occurrence.of(result, report.target(), places.isEmpty(), own));
        }
        return new Cause(number, group.level(), group.check(), Cause.rows(findings), !group.ofFlow(), places);
    }

    private static List<Result> failures(Report report, boolean ofFlows) {
        return report.results(Outcome.Failed.class).stream()
                .filter(result -> ResultSubject.flow(result).isPresent() == ofFlows)
                .toList();
    }

    /** Groups failures of flows: a fault often breaks the same clause in later steps too, each time with other values. */
    private static List<Group> flows(Report report) {
        var clauses = new LinkedHashMap<FlowClause, Set<Result>>();
        for (Result result : failures(report, true)) {
            var clause = new FlowClause(
                    result.level(), result.check(), ResultSubject.flow(result).orElseThrow());
            clauses.computeIfAbsent(clause, p -> new LinkedHashSet<>()).add(result);
        }
        return clauses.entrySet().stream()
                .map(e -> new Group(e.getKey().level(), e.getKey().clause(), e.getValue(), true))
                .toList();
    }

    private static List<Finding> findings(Group group) {
        return group.results().stream()
                .flatMap(result -> result.outcome().brokenPlaces().stream())
                .toList();
    }
}
