package dev.core7.conformance.shard;

import dev.core7.conformance.exchange.Attempt;
import dev.core7.conformance.exchange.Transport;
import dev.core7.conformance.exchange.Unanswered;
import dev.core7.conformance.recording.RecordedExchange;
import dev.core7.conformance.recording.RecordedTarget;
import dev.core7.conformance.result.Finding;
import dev.core7.conformance.result.Result;
import dev.core7.conformance.run.Report;
import dev.core7.conformance.selection.Shard;
import dev.core7.conformance.spi.Behaviour;
import dev.core7.conformance.target.Target;
import dev.core7.contract.Digest;
import dev.core7.contract.Json;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Writes {@code shard.json}, which {@code kit merge} reads: the results and exchanges of a shard, and the properties that all
 * shards of a run have in common. The file contains complete bodies, but no key values.
 */
public final class ShardFile {
    /** The file's name in the output folder. */
    public static final String FILE_NAME = "shard.json";

    /** The version of the format. It increases when readers of the format must change. */
    static final int FORMAT = 5;

    /** The common property that contains the number of shards of the run. */
    static final String NUMBER = "numbers of shards";

    private static final String DIGEST = ",\"digest\":\"";
    private static final String END = "\"}\n";

    private ShardFile() {}

    /**
     * Returns the content of the file.
     *
     * @param report the report of the shard, before a baseline was applied
     * @param kit the build of the kit that judged
     */
    public static String of(Report report, Shard shard, List<Behaviour> behaviours, String kit) {
        var selection = report.selection();
        var json = new LinkedHashMap<String, Object>();
        json.put("format", FORMAT);
        json.put("shard", shard.number());
        json.put("run", common(report, shard, behaviours, kit));
        json.put("id", report.runId());
        json.put("started", report.started().toString());
        json.put("took", report.took().toString());
        json.put("strict", report.strict());
        json.put("operations", selection.operations().stream().sorted().toList());
        json.put("readOnly", selection.readOnly());
        json.put("target", RecordedTarget.json(report.target()));
        json.put("leftBehind", report.leftBehind());
        json.put("warnings", report.warnings());
        json.put("results", report.results().stream().map(ShardFile::result).toList());
        json.put("exchanges", report.attempts().stream().map(ShardFile::attempt).toList());
        String content = Json.write(json);
        return content.substring(0, content.length() - 1) + DIGEST + Digest.of(content) + END;
    }

    /** Whether the file ends with the digest of the rest of its content. */
    static boolean hasValidDigest(String text) {
        int end = text.lastIndexOf(DIGEST);
        return end >= 0 && text.substring(end).equals(DIGEST + Digest.of(text.substring(0, end) + "}") + END);
    }

    /** Returns the properties that all shards of a run have in common. Error messages use their names. */
    private static Map<String, String> common(Report report, Shard shard, List<Behaviour> behaviours, String kit) {
        var selection = report.selection();
        var common = new LinkedHashMap<String, String>();
        common.put(NUMBER, String.valueOf(shard.of()));
        common.put("contracts", report.contract().digest());
        common.put("builds of the kit", kit);
        common.put("targets", server(report.target()));
        common.put("keys", keys(report.target()));
        common.put("flows", behaviours.stream().map(Behaviour::id).toList().toString());
        common.put("values of --strict", String.valueOf(report.strict()));
        common.put("values of --read-only", String.valueOf(selection.readOnly()));
        common.put("values of --operation", new TreeSet<>(selection.operations()).toString());
        return common;
    }

    /** Identifies the server. Local servers count as the same one, because each machine starts its own with other ports and ids. */
    private static String server(Target target) {
        var host = String.valueOf(URI.create(target.url()).getHost());
        return host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]")
                ? "the machine itself"
                : target.url() + " " + new TreeMap<>(target.parameters());
    }

    private static String keys(Target target) {
        return target.keys().stream()
                .map(key -> key.name() + " " + new TreeSet<>(key.scopes()))
                .toList()
                .toString();
    }

    private static Map<String, Object> result(Result result) {
        var json = new LinkedHashMap<String, Object>();
        json.put("case", result.sent().id());
        json.put("check", result.check());
        json.put("level", result.level().name());
        json.put("clause", result.clause());
        json.put("outcome", result.outcome().word());
        json.put("reason", result.outcome().reason());
        json.put(
                "findings",
                result.outcome().brokenPlaces().stream().map(Finding::json).toList());
        json.put("sent", result.attempt().isPresent());
        return json;
    }

    /** Returns a recorded exchange with the fields that only a merge needs. */
    private static Map<String, Object> attempt(Attempt attempt) {
        var json = RecordedExchange.of(attempt).json(Transport.MAX_BODY);
        json.put("mark", attempt.request().mark());
        if (attempt instanceof Unanswered unanswered) {
            json.put("tries", unanswered.tries());
            json.put("isolated", unanswered.othersResponded());
        }
        return json;
    }
}
