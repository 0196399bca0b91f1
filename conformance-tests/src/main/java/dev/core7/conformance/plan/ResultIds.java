package dev.core7.conformance.plan;

import dev.core7.conformance.exchange.Purpose;
import dev.core7.conformance.result.RemovedIds;
import dev.core7.conformance.result.Result;
import dev.core7.conformance.run.Runner;
import dev.core7.conformance.selection.Suggestion;
import dev.core7.contract.InputException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Finds the results that an id refers to. Every id that the console or a report prints is known. */
final class ResultIds {
    private final List<Result> results;

    ResultIds(List<Result> results) {
        this.results = results;
    }

    /** What an id can name, from one result to all results of a check. */
    enum Kind {
        /** {@code operation/case/check}; for a step also {@code flow.step/check}. */
        RESULT(result -> Stream.concat(Stream.of(result.id()), step(result).map(step -> step + "/" + result.check()))),
        /** {@code operation/case} or {@code operation/flow.step}. */
        CASE(result -> Stream.of(result.sent().id())),
        /** {@code flow.step}. */
        STEP(ResultIds::step),
        /** The name of a flow. */
        FLOW(result -> step(result).map(step -> step.substring(0, step.indexOf('.')))),
        /** The id of an operation. */
        OPERATION(result -> Stream.of(result.sent().operation().id())),
        /** The id of a check, or of a clause of flows. */
        CHECK(result -> Stream.of(result.check()));

        private final Function<Result, Stream<String>> names;

        Kind(Function<Result, Stream<String>> names) {
            this.names = names;
        }
    }

    /**
     * The results that an id refers to, at least one.
     *
     * @param id the id, or the successor of a removed one
     */
    record Match(String id, Kind kind, List<Result> results) {}

    /**
     * Returns the results that {@code id}, or the successor of a removed id, refers to.
     *
     * @throws InputException if there are none; the message suggests an id
     */
    Match find(String id) {
        return current(id)
                .or(() -> RemovedIds.bundled().successor(id).flatMap(this::currentOrItsCase))
                .orElseThrow(() -> new InputException(id + ": " + problem(id)));
    }

    /** Without a run, laws have no results for most cases; then returns the results of the case. */
    private Optional<Match> currentOrItsCase(String id) {
        return current(id).or(() -> current(id.substring(0, Math.max(id.lastIndexOf('/'), 0))));
    }

    private Optional<Match> current(String id) {
        for (Kind kind : Kind.values()) {
            var found = results.stream()
                    .filter(result -> kind.names.apply(result).anyMatch(id::equals))
                    .toList();
            if (!found.isEmpty()) {
                return Optional.of(new Match(id, kind, found));
            }
        }
        return Optional.empty();
    }

    private static Stream<String> step(Result result) {
        return result.sent().purpose() instanceof Purpose.Step
                ? Stream.of(result.sent().name())
                : Stream.empty();
    }

    private String problem(String id) {
        if (RemovedIds.bundled().contains(id)) {
            return "the kit no longer judges this, and nothing replaces it";
        }
        if (Runner.checks().stream().anyMatch(check -> check.id().equals(id))) {
            return "this check judges no case of the target";
        }
        var known = new LinkedHashSet<String>();
        Stream.of(Kind.values())
                .forEach(kind ->
                        results.forEach(result -> kind.names.apply(result).forEach(known::add)));
        var suggestion = Suggestion.of(id, known);
        return "unknown id" + (suggestion.isEmpty() ? "; " + example(id, known) : suggestion);
    }

    /** Names an id of the same case or operation; without one, says where all ids are. */
    private static String example(String id, LinkedHashSet<String> known) {
        for (int end = id.lastIndexOf('/'); end > 0; end = id.lastIndexOf('/', end - 1)) {
            var prefix = id.substring(0, end + 1);
            var like = known.stream().filter(name -> name.startsWith(prefix)).findFirst();
            if (like.isPresent()) {
                return "an id of " + id.substring(0, end) + " is, for example, " + like.get();
            }
        }
        return "give the id of a result, case, step, flow, operation or check: kit list prints them";
    }
}
