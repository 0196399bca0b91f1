package dev.core7.conformance.diff;

import dev.core7.conformance.recording.JsonFields;
import dev.core7.conformance.selection.Selection;
import dev.core7.conformance.target.Key;
import dev.core7.conformance.target.Target;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a report tells of its run, so that it can be walked through again.
 *
 * @param target without the values of keys, which nobody needs where nothing is sent
 * @param kit the digest of the kill matrix of the kit that judged
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
    /** Stands for a key; its last character tells whether the key is padded. */
    private static final String VALUE = "recorded";

    /**
     * Reads a report.
     *
     * @throws dev.core7.contract.InputException where it lacks something
     */
    static RecordedRun of(JsonFields json) {
        if (json.below("selection").flag("split") || json.text("run").contains("+")) {
            throw json.problem("run", "was split over shards, and each tells of a part");
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
                target(json.below("target")),
                selection(json.below("selection")));
    }

    private static Target target(JsonFields json) {
        var keys = json.objects("keyring").stream().map(RecordedRun::key).toList();
        var other = json.below("otherProject");
        var parameters = other.below("parameters").allTexts();
        return new Target(
                json.text("url"),
                json.below("parameters").allTexts(),
                keys,
                json.below("fixtures").allLists(),
                Optional.of(new Target.OtherProject(
                                parameters, other.below("objects").allLists()))
                        .filter(project -> !parameters.isEmpty()));
    }

    private static Key key(JsonFields json) {
        return new Key(
                json.text("name"),
                VALUE + (json.flag("padded") ? "=" : ""),
                Set.copyOf(json.texts("scopes")),
                json.optionalText("project"),
                json.text("variable"));
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
