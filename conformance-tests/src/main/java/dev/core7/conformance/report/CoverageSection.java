package dev.core7.conformance.report;

import dev.core7.conformance.coverage.Coverage;
import dev.core7.conformance.coverage.Item;
import dev.core7.conformance.coverage.Usage;
import dev.core7.conformance.run.Report;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What the run has sent and seen of one operation.
 *
 * @param count how many items were exercised, for the heading
 */
record CoverageSection(String operation, String count, List<Group> groups) {
    /** The items of one kind. */
    record Group(String title, List<Row> rows) {}

    /**
     * One item.
     *
     * @param exercised its forms that were exercised, with the statuses of the responses
     * @param never its other forms with the reasons
     * @param style of {@code exercised}
     */
    record Row(String name, String exercised, String never, String style) {}

    static List<CoverageSection> of(Report report) {
        return Coverage.of(report).stream().map(CoverageSection::of).toList();
    }

    private static CoverageSection of(Coverage coverage) {
        var usages = coverage.items().stream()
                .flatMap(item -> item.usages().stream())
                .toList();
        long exercised = usages.stream().filter(Usage::isExercised).count();
        return new CoverageSection(
                coverage.operation().id(),
                exercised + " of " + usages.size() + " exercised",
                Arrays.stream(Item.Kind.values())
                        .filter(kind -> !coverage.items(kind).isEmpty())
                        .map(kind -> new Group(
                                kind.title(),
                                coverage.items(kind).stream()
                                        .map(CoverageSection::row)
                                        .toList()))
                        .toList());
    }

    private static Row row(Item item) {
        var seen = item.usages().stream().filter(Usage::isExercised).toList();
        boolean anyFailed = seen.stream().anyMatch(usage -> usage.failed() > 0);
        return new Row(
                item.name(),
                seen.stream().map(usage -> exercised(item, usage)).collect(Collectors.joining("\n")),
                item.never().entrySet().stream()
                        .map(each -> (item.hasOneForm() ? "" : each.getValue() + ": ") + each.getKey())
                        .collect(Collectors.joining("\n")),
                anyFailed ? "failed" : "passed");
    }

    private static String exercised(Item item, Usage usage) {
        var statuses = item.kind() == Item.Kind.STATUS
                ? Formats.count(usage.times(), "response")
                : usage.statuses().entrySet().stream()
                        .map(status -> status.getValue() + " × " + status.getKey())
                        .collect(Collectors.joining(", "));
        return (item.hasOneForm() ? "" : usage.form() + ": ")
                + statuses
                + (usage.failed() == 0 ? "" : " (" + usage.failed() + " with a failure)");
    }
}
