package dev.core7.conformance.diff;

import dev.core7.conformance.run.Key;
import dev.core7.conformance.run.Selection;
import dev.core7.conformance.run.Target;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
     * @throws IllegalArgumentException where it lacks something; the message says what
     */
    static RecordedRun of(Map<?, ?> report) {
        var json = new Fields(report);
        if (json.below("selection").flag("split") || json.text("run").contains("+")) {
            throw new IllegalArgumentException("it was split over shards, and each tells of a part");
        }
        return new RecordedRun(
                json.text("run"),
                json.flag("strict"),
                json.below("selfTest").text("sha256"),
                json.below("contract").text("sha256"),
                json.number("requests").intValue(),
                json.list("results").size(),
                json.texts("leftBehind"),
                json.below("counts").map().toString(),
                target(json.below("target")),
                selection(json.below("selection")));
    }

    private static Target target(Fields json) {
        var keys = json.list("keyring").stream()
                .map(Fields::of)
                .map(RecordedRun::key)
                .toList();
        var other = json.below("otherProject");
        var parameters = values(other.below("parameters"));
        return new Target(
                json.text("url"),
                values(json.below("parameters")),
                keys,
                lists(json.below("fixtures")),
                Optional.of(new Target.OtherProject(parameters, lists(other.below("objects"))))
                        .filter(project -> !parameters.isEmpty()));
    }

    private static Key key(Fields json) {
        return new Key(
                json.text("name"),
                VALUE + (json.flag("padded") ? "=" : ""),
                Set.copyOf(json.texts("scopes")),
                json.has("project") ? Optional.of(json.text("project")) : Optional.empty(),
                json.text("variable"));
    }

    private static Selection selection(Fields json) {
        return new Selection(
                Set.copyOf(json.texts("operations")),
                json.flag("readOnly"),
                Set.copyOf(json.texts("only")),
                json.text("because"),
                Optional.empty());
    }

    private static Map<String, String> values(Fields json) {
        var values = new LinkedHashMap<String, String>();
        json.map().keySet().forEach(name -> values.put(name.toString(), json.text(name.toString())));
        return values;
    }

    private static Map<String, List<String>> lists(Fields json) {
        var lists = new LinkedHashMap<String, List<String>>();
        json.map().keySet().forEach(name -> lists.put(name.toString(), json.texts(name.toString())));
        return lists;
    }
}
