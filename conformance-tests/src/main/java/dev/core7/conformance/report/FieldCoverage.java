package dev.core7.conformance.report;

import dev.core7.conformance.result.FieldEvidence;
import dev.core7.conformance.result.FieldEvidence.Seen;
import dev.core7.conformance.run.Report;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * The documented response fields of one operation, and whether the run received them.
 *
 * @param count how many fields were received with a value, for the heading
 */
record FieldCoverage(String operation, String count, List<Field> fields) {
    /** One field, and whether it was received; {@code request} is an example. */
    record Field(String name, String style, String seen, String request) {}

    static List<FieldCoverage> of(Report report) {
        var byOperation = new LinkedHashMap<String, List<FieldEvidence>>();
        report.evidence()
                .forEach(e -> byOperation
                        .computeIfAbsent(e.operation().id(), id -> new ArrayList<>())
                        .add(e));
        return byOperation.entrySet().stream()
                .map(e -> new FieldCoverage(
                        e.getKey(),
                        e.getValue().stream()
                                        .filter(f -> f.seen() == Seen.VALUE)
                                        .count() + " of "
                                + Formats.count(e.getValue().size(), "field") + " with a value",
                        e.getValue().stream().map(FieldCoverage::field).toList()))
                .toList();
    }

    private static Field field(FieldEvidence evidence) {
        return switch (evidence.seen()) {
            case VALUE -> new Field(evidence.field(), "passed", "with a value", evidence.request());
            case ONLY_NULL -> new Field(evidence.field(), "not-applicable", "only null", evidence.request());
            case NEVER -> new Field(evidence.field(), "not-proven", "never", evidence.request());
        };
    }
}
