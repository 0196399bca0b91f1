package dev.core7.conformance.shard;

import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.exchange.Purpose;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The shards of a run put together: every check judges again what it has judged, with what all of them have seen as evidence. */
public final class Merge {
    private final Contract contract;
    private final Target target;
    private final List<String> cases;
    private final List<String> flows;
    private final Map<String, Check> checks;
    private final List<ShardHeader> parts;
    private final List<ShardContents> shards;

    private Merge(Contract contract, List<Behaviour> behaviours, List<ShardHeader> parts) {
        this.contract = contract;
        this.target = ShardContents.target(parts.get(0));
        var known = new Runner(contract, target, Merge::nothing, Selection.ALL).cases();
        this.cases = known.stream().map(Case::id).toList();
        this.flows = behaviours.stream().map(Behaviour::id).toList();
        this.checks = Runner.checks().stream().collect(Collectors.toMap(Check::id, Function.identity()));
        this.parts = parts;
        this.shards = parts.stream()
                .map(part -> new ShardContents(part, contract, target, known))
                .toList();
        parts.forEach(ShardHeader::check);
    }

    /**
     * The report of the whole run. What a missing shard would have judged is not proven.
     *
     * @param folders what {@code kit check --shard} has written, one for each shard
     * @throws InputException where a folder has no shard, two are the same, or they are no shards of one run by {@code contract}
     */
    public static Report of(List<Path> folders, Contract contract, List<Behaviour> behaviours) {
        var parts = folders.stream()
                .map(ShardHeader::read)
                .sorted(Comparator.comparing(ShardHeader::number))
                .toList();
        for (int i = 1; i < parts.size(); i++) {
            check(parts.get(0), parts.get(i));
            if (parts.get(i).number() == parts.get(i - 1).number()) {
                throw new InputException(
                        parts.get(i - 1).file() + " and " + parts.get(i).file() + " are both shard "
                                + parts.get(i).number() + ": give each once");
            }
        }
        if (!parts.get(0).run().text("contracts").equals(contract.digest())) {
            throw new InputException(parts.get(0).file() + " is by another contract: give its own with --contract");
        }
        return new Merge(contract, behaviours, parts).report();
    }

    private static void check(ShardHeader first, ShardHeader other) {
        var run = first.run().allTexts();
        var others = other.run().allTexts();
        Stream.concat(run.keySet().stream(), others.keySet().stream())
                .filter(what -> !Objects.equals(run.get(what), others.get(what)))
                .findFirst()
                .ifPresent(what -> {
                    throw new InputException(first.file() + " and " + other.file() + " are of different " + what
                            + ": merge the shards of one run");
                });
    }

    private static Response nothing(Request request) {
        throw new IllegalStateException("a merge sends nothing");
    }

    private Report report() {
        var first = parts.get(0).json();
        var attempts =
                shards.stream().flatMap(shard -> shard.attempts().stream()).toList();
        return new Report(
                contract,
                target,
                new Selection(Set.copyOf(first.texts("operations")), first.flag("readOnly")),
                parts.stream().map(part -> part.json().text("id")).collect(Collectors.joining("+")),
                parts.stream()
                        .map(part -> part.json().parsed("started", Instant::parse))
                        .min(Comparator.naturalOrder())
                        .orElseThrow(),
                parts.stream()
                        .map(part -> part.json().parsed("took", Duration::parse))
                        .max(Comparator.naturalOrder())
                        .orElseThrow(),
                first.flag("strict"),
                results(),
                attempts,
                parts.stream()
                        .flatMap(part -> part.json().texts("leftBehind").stream())
                        .toList(),
                List.of());
    }

    /** In the order of a run that was not split: the cases, the clauses of flows, then what checks say of their steps. */
    private List<Result> results() {
        var evidence =
                Evidence.ofShards(shards.stream().map(ShardContents::attempts).toList(), contract, target);
        var judged = shards.stream()
                .flatMap(shard -> shard.results().stream())
                .filter(result -> !isElsewhere(result))
                .map(result -> heardAgain(result, evidence))
                .toList();
        var ids = judged.stream().map(Result::id).collect(Collectors.toSet());
        var missing = new Outcome.NotProven(missing());
        var unjudged = new LinkedHashMap<String, Result>();
        shards.stream()
                .flatMap(shard -> shard.results().stream())
                .filter(result -> isElsewhere(result) && !ids.contains(result.id()))
                .forEach(result -> unjudged.put(result.id(), result.with(missing)));
        return Stream.concat(judged.stream(), unjudged.values().stream())
                .sorted(Comparator.comparing(this::chapter).thenComparing(this::place))
                .toList();
    }

    private static boolean isElsewhere(Result result) {
        return result.outcome().equals(Shard.ELSEWHERE);
    }

    private Result heardAgain(Result result, Evidence evidence) {
        var check = checks.get(result.check());
        boolean heard =
                check != null && check.concerns(result.sent()) && !(result.outcome() instanceof Outcome.Excluded);
        return result.attempt()
                .filter(attempt -> heard)
                .map(attempt -> result.with(evidence.judge(check, attempt)))
                .orElse(result);
    }

    private int chapter(Result result) {
        return !isStep(result) ? 0 : checks.containsKey(result.check()) ? 2 : 1;
    }

    private int place(Result result) {
        var order = isStep(result) ? flows : cases;
        return order.indexOf(
                isStep(result)
                        ? result.sent().name().split("\\.", 2)[0]
                        : result.sent().id());
    }

    private static boolean isStep(Result result) {
        return result.sent().purpose() instanceof Purpose.Step;
    }

    private String missing() {
        int all = parts.get(0).run().parsed(ShardFile.NUMBER, Integer::valueOf);
        var there = parts.stream().map(ShardHeader::number).toList();
        return "in a missing shard: run kit check with "
                + IntStream.rangeClosed(1, all)
                        .filter(number -> !there.contains(number))
                        .mapToObj(number -> "--shard " + new Shard(number, all))
                        .collect(Collectors.joining(" and with "))
                + ", else as the others were, and merge again";
    }
}
