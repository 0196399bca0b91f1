package dev.core7.conformance.report;

import dev.core7.conformance.exchange.Unanswered;
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

/** Finds what failures have in common. */
final class Causes {
    private Causes() {}

    /** A check and one of its findings, whichever element of a list it is about. */
    private record Symptom(Level level, String check, Finding finding) {}

    /** Symptoms of one check that were seen in exactly the same results, or a clause in the steps of one flow. */
    private record Group(Level level, String check, Set<Result> results, boolean ofFlow) {}

    /** A clause of a flow. */
    private record Promise(Level level, String clause, String flow) {}

    /** The causes of all failures: requests without a response first, then MUST before SHOULD, then the most frequent first. */
    static List<Cause> of(Report report) {
        var groups = new LinkedHashMap<Group, List<Finding>>();
        symptoms(report)
                .forEach((symptom, results) -> groups.computeIfAbsent(
                                new Group(symptom.level(), symptom.check(), results, false), g -> new ArrayList<>())
                        .add(example(symptom, results)));
        flows(report).forEach(group -> groups.put(group, findings(group)));
        var order = groups.keySet().stream()
                .sorted(Comparator.comparing((Group group) -> !isWithoutResponse(group))
                        .thenComparing(Group::level)
                        .thenComparing(group -> -group.results().size()))
                .toList();
        var causes = new ArrayList<Cause>();
        for (Group group : order) {
            causes.add(cause(causes.size() + 1, group, groups.getOrDefault(group, List.of()), report));
        }
        return causes;
    }

    /** The finding of a symptom, with what came in the first place that shows it. */
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

    /** What is broken in one step of a flow shows in those after it, each time with other values. */
    private static List<Group> flows(Report report) {
        var promises = new LinkedHashMap<Promise, Set<Result>>();
        for (Result result : failures(report, true)) {
            var promise = new Promise(
                    result.level(), result.check(), ResultSubject.flow(result).orElseThrow());
            promises.computeIfAbsent(promise, p -> new LinkedHashSet<>()).add(result);
        }
        return promises.entrySet().stream()
                .map(e -> new Group(e.getKey().level(), e.getKey().clause(), e.getValue(), true))
                .toList();
    }

    private static boolean isWithoutResponse(Group group) {
        return group.results().stream()
                .flatMap(result -> result.outcome().brokenPlaces().stream())
                .anyMatch(finding -> finding.where().equals(Unanswered.WHERE));
    }

    private static List<Finding> findings(Group group) {
        return group.results().stream()
                .flatMap(result -> result.outcome().brokenPlaces().stream())
                .toList();
    }
}
