package dev.core7.conformance.shard;

import dev.core7.conformance.exchange.Attempt;
import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.exchange.Response;
import dev.core7.conformance.exchange.Unanswered;
import dev.core7.conformance.result.Finding;
import dev.core7.conformance.result.Result;
import dev.core7.conformance.run.Report;
import dev.core7.conformance.selection.Shard;
import dev.core7.conformance.spi.Behaviour;
import dev.core7.conformance.target.Key;
import dev.core7.conformance.target.Target;
import dev.core7.contract.Digest;
import dev.core7.contract.Json;
import java.net.URI;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a shard keeps for {@code kit merge}: its results and exchanges, whole, and which run it is a part of. No key is in it. */
public final class ShardFile {
    /** The file's name in the output folder. */
    public static final String FILE_NAME = "shard.json";

    /** Raised when a reader of the format would have to change. */
    static final int FORMAT = 3;

    /** Where the run says how many shards there are. */
    static final String NUMBER = "numbers of shards";

    private static final String DIGEST = ",\"digest\":\"";
    private static final String END = "\"}\n";

    private ShardFile() {}

    /**
     * The file as text.
     *
     * @param report of the shard, without what a baseline makes of it
     * @param kit which build of the kit judged
     */
    public static String of(Report report, Shard shard, List<Behaviour> behaviours, String kit) {
        var selection = report.selection();
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("format", FORMAT);
        json.put("shard", shard.number());
        json.put("run", run(report, shard, behaviours, kit));
        json.put("id", report.runId());
        json.put("started", report.started().toString());
        json.put("took", report.took().toString());
        json.put("strict", report.strict());
        json.put("operations", selection.operations().stream().sorted().toList());
        json.put("readOnly", selection.readOnly());
        json.put("target", target(report.target()));
        json.put("leftBehind", report.leftBehind());
        json.put("results", report.results().stream().map(ShardFile::result).toList());
        json.put("exchanges", report.attempts().stream().map(ShardFile::attempt).toList());
        String whole = Json.write(json);
        return whole.substring(0, whole.length() - 1) + DIGEST + Digest.of(whole) + END;
    }

    /** Whether a file has the digest of all that stands before it. */
    static boolean isWhole(String text) {
        int end = text.lastIndexOf(DIGEST);
        return end >= 0 && text.substring(end).equals(DIGEST + Digest.of(text.substring(0, end) + "}") + END);
    }

    /** What the shards of one run have in common, by the words that a complaint uses. */
    private static Map<String, String> run(Report report, Shard shard, List<Behaviour> behaviours, String kit) {
        var selection = report.selection();
        var run = new LinkedHashMap<String, String>();
        run.put(NUMBER, String.valueOf(shard.of()));
        run.put("contracts", report.contract().digest());
        run.put("builds of the kit", kit);
        run.put("targets", place(report.target()));
        run.put("keys", keys(report.target()));
        run.put("flows", behaviours.stream().map(Behaviour::id).toList().toString());
        run.put("values of --strict", String.valueOf(report.strict()));
        run.put("values of --read-only", String.valueOf(selection.readOnly()));
        run.put("values of --operation", new TreeSet<>(selection.operations()).toString());
        return run;
    }

    /** Where the server is; one on the machine itself is another server on each, whatever its port and ids. */
    private static String place(Target target) {
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

    private static Map<String, @Nullable Object> target(Target target) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("url", target.url());
        json.put("parameters", target.parameters());
        json.put("keys", target.keys().stream().map(ShardFile::key).toList());
        return json;
    }

    private static Map<String, @Nullable Object> key(Key key) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("name", key.name());
        json.put("scopes", new TreeSet<>(key.scopes()));
        json.put("project", key.project().orElse(null));
        json.put("variable", key.variable());
        return json;
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

    private static Map<String, @Nullable Object> attempt(Attempt attempt) {
        var request = attempt.request();
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("case", attempt.sent().id());
        json.put("method", request.method());
        json.put("path", request.path());
        json.put("key", Optional.ofNullable(request.key()).map(Key::name).orElse(""));
        json.put("requestHeaders", request.headers());
        json.put("requestBody", request.body());
        json.put("mark", request.mark());
        if (attempt instanceof Exchange exchange) {
            response(json, exchange.response());
        } else if (attempt instanceof Unanswered unanswered) {
            json.put("problem", unanswered.problem());
            json.put("unreachable", unanswered.unreachable());
            json.put("tries", unanswered.tries());
            json.put("isolated", unanswered.isolated());
        }
        return json;
    }

    private static void response(Map<String, @Nullable Object> json, Response response) {
        json.put("status", response.status());
        json.put("headers", response.headers());
        json.put("body", Base64.getEncoder().encodeToString(response.body()));
        json.put("endless", response.endless());
        json.put("took", response.took().toString());
    }
}
