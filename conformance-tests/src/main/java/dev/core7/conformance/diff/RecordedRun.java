package dev.core7.conformance.diff;

import dev.core7.conformance.recording.JsonFields;
import dev.core7.conformance.recording.RecordedTarget;
import dev.core7.conformance.selection.Selection;
import dev.core7.conformance.target.Target;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The properties of a run that are needed to repeat it without a server, as its report contains them.
 *
 * @param kit the digest of the kill matrix of the kit that judged
 * @param target the target, whose keys have placeholders as values
 */
record RecordedRun(
        String id,
        boolean strict,
        String kit,
        String contract,
        int requests,
        int results,
        List<String> leftBehind,
        String counts,
        Target target,
        Selection selection) {
    /**
     * Reads a report.
     *
     * @throws dev.core7.contract.InputException if a property is missing, or if the run was split into shards
     */
    static RecordedRun of(JsonFields json) {
        if (json.below("selection").flag("split") || json.text("run").contains("+")) {
            throw json.problem(
                    "run", "was split into shards; only the report of a run without --shard can be verified");
        }
        return new RecordedRun(
                json.text("run"),
                json.flag("strict"),
                json.below("selfTest").text("sha256"),
                json.below("contract").text("sha256"),
                json.number("requests"),
                json.objects("results").size(),
                json.texts("leftBehind"),
                json.below("counts").toString(),
                RecordedTarget.of(json.below("target")),
                selection(json.below("selection")));
    }

    private static Selection selection(JsonFields json) {
        return new Selection(
                Set.copyOf(json.texts("operations")),
                json.flag("readOnly"),
                Set.copyOf(json.texts("only")),
                json.text("because"),
                Optional.empty());
    }
}
