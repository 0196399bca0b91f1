package dev.core7.conformance.shard;

import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.exchange.Request;
import dev.core7.conformance.exchange.Response;
import dev.core7.conformance.result.Outcome;
import dev.core7.conformance.result.Result;
import dev.core7.conformance.run.Report;
import dev.core7.conformance.run.Runner;
import dev.core7.conformance.selection.Selection;
import dev.core7.conformance.selection.Shard;
import dev.core7.conformance.spi.Behaviour;
import dev.core7.conformance.spi.Check;
import dev.core7.conformance.spi.Evidence;
import dev.core7.conformance.target.Target;
import dev.core7.contract.Contract;
import dev.core7.contract.InputException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Combines the shards of a run: every check judges its exchanges again, with the exchanges of all shards as evidence. */
public final class Merge {
    private final Contract contract;
    private final Target target;
    private final List<String> cases;
    private final List<String> flows;
    private final Map<String, Integer> places = new HashMap<>();
    private final Map<String, Check> checks;
    private final List<ShardHeader> headers;
    private final List<ShardContents> shards;

    private Merge(Contract contract, List<Behaviour> behaviours, List<ShardHeader> headers) {
        this.contract = contract;
        this.target = ShardContents.target(headers.get(0));
        var known = new Runner(contract, target, Merge::sendNothing, Selection.ALL).cases();
        this.cases = known.stream().map(Case::id).toList();
        this.flows = behaviours.stream().map(Behaviour::id).toList();
        behaviours.forEach(behaviour ->
                behaviour.unplayed(Shard.ELSEWHERE).forEach(result -> places.putIfAbsent(result.id(), places.size())));
        this.checks = Runner.checks().stream().collect(Collectors.toMap(Check::id, Function.identity()));
        this.headers = headers;
        this.shards = headers.stream()
                .map(header -> new ShardContents(header, contract, target, known))
                .toList();
        headers.forEach(ShardHeader::verify);
    }

    /**
     * Returns the report of the whole run. Results of missing shards are not proven.
     *
     * @param folders the output folders of {@code kit check --shard}, one for each shard
     * @throws InputException if a folder contains no shard, a shard is given twice, or the shards do not belong to the same run
     *     with {@code contract}
     */
    public static Report of(List<Path> folders, Contract contract, List<Behaviour> behaviours) {
        var headers = folders.stream()
                .map(ShardHeader::read)
                .sorted(Comparator.comparing(ShardHeader::number))
                .toList();
        var first = headers.get(0);
        for (int i = 1; i < headers.size(); i++) {
            var previous = headers.get(i - 1);
            var header = headers.get(i);
            verifySameRun(first, header);
            if (header.number() == previous.number()) {
                throw new InputException(previous.file() + " and " + header.file() + " are both shard "
                        + header.number() + ": give each shard once");
            }
        }
        if (!first.common().text("contracts").equals(contract.digest())) {
            throw new InputException(
                    first.file() + " was judged by another contract: give that contract with --contract");
        }
        return new Merge(contract, behaviours, headers).report();
    }

    private static void verifySameRun(ShardHeader first, ShardHeader other) {
        var expected = first.common().allTexts();
        var actual = other.common().allTexts();
        Stream.concat(expected.keySet().stream(), actual.keySet().stream())
                .filter(name -> !Objects.equals(expected.get(name), actual.get(name)))
                .findFirst()
                .ifPresent(name -> {
                    throw new InputException(first.file() + " and " + other.file() + " have different " + name
                            + ": give the shards of one run");
                });
    }

    private static Response sendNothing(Request request) {
        throw new IllegalStateException("a merge sends no requests");
    }

    private Report report() {
        var first = headers.get(0).json();
        return new Report(
                contract,
                target,
                new Selection(Set.copyOf(first.texts("operations")), first.flag("readOnly")),
                headers.stream().map(header -> header.json().text("id")).collect(Collectors.joining("+")),
                headers.stream()
                        .map(header -> header.json().parsed("started", Instant::parse))
                        .min(Comparator.naturalOrder())
                        .orElseThrow(),
                headers.stream()
                        .map(header -> header.json().parsed("took", Duration::parse))
                        .max(Comparator.naturalOrder())
                        .orElseThrow(),
                first.flag("strict"),
                results(),
                shards.stream().flatMap(shard -> shard.attempts().stream()).toList(),
                headers.stream()
                        .flatMap(header -> header.json().texts("leftBehind").stream())
                        .toList(),
                List.of(),
                headers.stream()
                        .flatMap(header -> header.json().texts("warnings").stream())
                        .distinct()
                        .toList());
    }

    /** Returns the results in the order of a complete run: cases, then clauses of flows, then checks of the flows' requests. */
    private List<Result> results() {
        var evidence =
                Evidence.ofShards(shards.stream().map(ShardContents::attempts).toList(), contract, target);
        // First those of flows that a shard has executed, because they are in the order of the steps. The others are in
        // that of
        // the clauses.
        var judged = Stream.concat(results(true), results(false).sorted(Comparator.comparing(this::place)))
                .filter(result -> !isElsewhere(result))
                .map(result -> judgedAgain(result, evidence))
                .collect(Collectors.toMap(Result::id, result -> result, Merge::once, LinkedHashMap::new));
        var missing = new Outcome.NotProven(missingShards());
        var unjudged = new LinkedHashMap<String, Result>();
        shards.stream()
                .flatMap(shard -> shard.results().stream())
                .filter(result -> isElsewhere(result) && !judged.containsKey(result.id()))
                .forEach(result -> unjudged.put(result.id(), result.with(missing)));
        return Stream.concat(judged.values().stream(), unjudged.values().stream())
                .sorted(Comparator.comparing(this::section).thenComparing(this::position))
                .toList();
    }

    /** Returns the results of the shards; the results of a flow only if the shard has executed it, or has not. */
    private Stream<Result> results(boolean executed) {
        return shards.stream().flatMap(shard -> {
            var flowsExecuted = shard.results().stream()
                    .filter(result -> result.attempt().isPresent())
                    .flatMap(result -> result.sent().flow().stream())
                    .collect(Collectors.toSet());
            return shard.results().stream()
                    .filter(result ->
                            result.sent().flow().map(flowsExecuted::contains).orElse(true) == executed);
        });
    }

    /** Returns one of two results with the same id: every shard contains the results that the user has excluded. */
    private static Result once(Result first, Result other) {
        boolean onlyOtherJudged =
                first.outcome() instanceof Outcome.Excluded && !(other.outcome() instanceof Outcome.Excluded);
        return onlyOtherJudged ? other : first;
    }

    private static boolean isElsewhere(Result result) {
        return result.outcome().equals(Shard.ELSEWHERE);
    }

    private Result judgedAgain(Result result, Evidence evidence) {
        var check = checks.get(result.check());
        boolean applies =
                check != null && check.concerns(result.sent()) && !(result.outcome() instanceof Outcome.Excluded);
        return result.attempt()
                .filter(attempt -> applies)
                .map(attempt -> result.with(evidence.judge(check, attempt)))
                .orElse(result);
    }

    private int section(Result result) {
        return result.sent().flow().isEmpty() ? 0 : checks.containsKey(result.check()) ? 2 : 1;
    }

    private int position(Result result) {
        return result.sent()
                .flow()
                .map(flows::indexOf)
                .orElseGet(() -> cases.indexOf(result.sent().id()));
    }

    /** The place of a clause in a run that executes no behaviour. */
    private int place(Result result) {
        return places.getOrDefault(result.id(), 0);
    }

    private String missingShards() {
        int all = headers.get(0).numberOfShards();
        var given = headers.stream().map(ShardHeader::number).toList();
        return "a shard is missing: run kit check with "
                + IntStream.rangeClosed(1, all)
                        .filter(number -> !given.contains(number))
                        .mapToObj(number -> "--shard " + new Shard(number, all))
                        .collect(Collectors.joining(" and with "))
                + " and the other options unchanged, then merge again";
    }
}
