package dev.core7.conformance.run;

import dev.core7.conformance.result.Outcome;
import dev.core7.conformance.result.Result;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The reports of a run that was repeated. */
public final class Rounds {
    private static final int CASES = 50;

    private final List<Report> reports;

    /** Creates them from at least one report, in the order of the rounds. */
    public Rounds(List<Report> reports) {
        this.reports = List.copyOf(reports);
    }

    /** Returns the report with the worst verdict, with a warning for each case whose results differ between the rounds. */
    public Report worst() {
        var worst = reports.stream()
                .max(Comparator.comparing(Rounds::severity)
                        .thenComparing(
                                report -> report.results(Outcome.Failed.class).size())
                        .thenComparing(reports::indexOf, Comparator.reverseOrder()))
                .orElseThrow();
        if (reports.size() == 1) {
            return worst;
        }
        var warnings = new ArrayList<>(worst.warnings());
        warnings.add("this is round " + (reports.indexOf(worst) + 1) + " of " + reports.size()
                + ", the one with the worst verdict");
        warnings.addAll(unstable());
        warnings.addAll(leftBehind(worst));
        return worst.withWarnings(warnings);
    }

    private static int severity(Report report) {
        return switch (report.exitCode()) {
            case 0 -> 0;
            case 1 -> 2;
            default -> 1;
        };
    }

    /** Describes each case with a result that passed in one round, and failed or was not proven in another. */
    private List<String> unstable() {
        var outcomes = new LinkedHashMap<String, List<String>>();
        var cases = new LinkedHashMap<String, String>();
        for (int round = 1; round <= reports.size(); round++) {
            for (Result result : reports.get(round - 1).results()) {
                if (isJudged(result.outcome())) {
                    outcomes.computeIfAbsent(result.id(), id -> new ArrayList<>())
                            .add(result.outcome().word().replace('-', ' ') + " in round " + round);
                    cases.put(result.id(), result.sent().id());
                }
            }
        }
        var byCase = new LinkedHashMap<String, List<String>>();
        outcomes.forEach((id, all) -> {
            var kinds = new LinkedHashSet<String>();
            all.forEach(each -> kinds.add(each.split(" in ", 2)[0]));
            if (kinds.size() > 1) {
                byCase.computeIfAbsent(cases.get(id), each -> new ArrayList<>())
                        .add(id.substring(id.lastIndexOf('/') + 1) + " " + String.join(", ", all));
            }
        });
        return lines(byCase);
    }

    private static List<String> lines(Map<String, List<String>> byCase) {
        var lines = byCase.entrySet().stream()
                .limit(CASES)
                .map(each -> "unstable: " + each.getKey() + ": " + String.join("; ", each.getValue()))
                .collect(Collectors.toCollection(ArrayList::new));
        if (byCase.size() > CASES) {
            lines.add("unstable: " + (byCase.size() - CASES) + " more cases");
        }
        return lines;
    }

    private static boolean isJudged(Outcome outcome) {
        return outcome instanceof Outcome.Passed
                || outcome instanceof Outcome.Failed
                || outcome instanceof Outcome.NotProven;
    }

    private List<String> leftBehind(Report worst) {
        return reports.stream()
                .filter(report -> report != worst)
                .flatMap(report -> report.leftBehind().stream()
                        .map(left -> "round " + (reports.indexOf(report) + 1) + " left behind " + left))
                .toList();
    }
}
