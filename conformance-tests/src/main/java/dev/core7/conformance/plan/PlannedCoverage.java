package dev.core7.conformance.plan;

import dev.core7.conformance.coverage.Coverage;
import dev.core7.conformance.coverage.Item;
import dev.core7.conformance.coverage.Usage;
import dev.core7.conformance.run.Report;
import java.util.List;

/** What the requests of a run contain of the contract, and what they never contain. */
final class PlannedCoverage {
    private PlannedCoverage() {}

    static String text(Report report) {
        var text = new StringBuilder(
                "\nParameters, media types, fields and listed values that the requests contain, and those"
                        + " that they never contain:\n");
        for (Coverage coverage : Coverage.of(report)) {
            var sent = coverage.items().stream()
                    .filter(item -> item.kind().isSent())
                    .toList();
            long all = usages(sent).size();
            long exercised = usages(sent).stream().filter(Usage::isExercised).count();
            text.append(String.format("%-58s %8s%n", coverage.operation().id(), exercised + " of " + all));
            sent.forEach(item -> item.never()
                    .forEach((reason, forms) -> text.append("  ")
                            .append(item.name())
                            .append(item.hasOneForm() ? "" : " (" + forms + ")")
                            .append(": ")
                            .append(reason)
                            .append('\n')));
        }
        return text.toString();
    }

    private static List<Usage> usages(List<Item> items) {
        return items.stream().flatMap(item -> item.usages().stream()).toList();
    }
}
