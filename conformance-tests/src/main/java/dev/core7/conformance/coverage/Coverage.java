package dev.core7.conformance.coverage;

import dev.core7.conformance.coverage.Item.Kind;
import dev.core7.conformance.exchange.Attempt;
import dev.core7.conformance.result.Outcome;
import dev.core7.conformance.run.Report;
import dev.core7.contract.Operation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a run has sent and seen of one operation: parameters, listed values, fields, media types and statuses.
 *
 * @param items in the order of their kinds, and of the contract
 */
public record Coverage(Operation operation, List<Item> items) {
    /** Returns the coverage of each operation of the contract. */
    public static List<Coverage> of(Report report) {
        Set<Attempt> failed = Collections.newSetFromMap(new IdentityHashMap<>());
        report.results().stream()
                .filter(result ->
                        result.outcome() instanceof Outcome.Failed || result.outcome() instanceof Outcome.KnownFailure)
                .forEach(result -> result.attempt().ifPresent(failed::add));
        var byOperation = new LinkedHashMap<String, List<Attempt>>();
        for (Attempt attempt : report.attempts()) {
            var called = attempt.sent().called();
            if (attempt.request().method().equals(called.method())) {
                byOperation
                        .computeIfAbsent(called.id(), id -> new ArrayList<>())
                        .add(attempt);
            }
        }
        return report.contract().operations().stream()
                .map(operation -> {
                    var attempts = byOperation.getOrDefault(operation.id(), List.of());
                    return new Coverage(operation, new Tally(operation, attempts, failed).items(report));
                })
                .toList();
    }

    /** Returns the items of one kind. */
    public List<Item> items(Kind kind) {
        return items.stream().filter(item -> item.kind() == kind).toList();
    }

    /** Counts the exchanges of one operation. */
    private static final class Tally {
        private final Operation operation;
        private final List<Attempt> attempts;
        private final Set<Attempt> failed;
        private final Map<Exercised, Count> counts = new LinkedHashMap<>();

        /** The exchanges that contained it. */
        private static final class Count {
            private final Map<String, Integer> statuses = new TreeMap<>();
            private String request = "";
            private int times;
            private int failed;
        }

        Tally(Operation operation, List<Attempt> attempts, Set<Attempt> failed) {
            this.operation = operation;
            this.attempts = attempts;
            this.failed = failed;
            attempts.forEach(this::count);
        }

        private void count(Attempt attempt) {
            Exercised.of(operation, attempt).forEach(key -> add(key, attempt));
        }

        private void add(Exercised key, Attempt attempt) {
            var count = counts.computeIfAbsent(key, k -> new Count());
            count.request = count.times == 0 ? SentForms.line(attempt.request()) : count.request;
            count.times++;
            count.failed += failed.contains(attempt) ? 1 : 0;
            count.statuses.merge(Exercised.status(attempt), 1, Integer::sum);
        }

        List<Item> items(Report report) {
            var reasons = new Reasons(operation, attempts, report);
            var items = new ArrayList<Item>();
            new Expected(operation).forEach((kind, name, forms) -> {
                var usages = new ArrayList<Usage>();
                for (String form : forms) {
                    var count = counts.get(new Exercised(kind, name, form));
                    usages.add(
                            count == null
                                    ? new Usage(form, 0, Map.of(), 0, "", reasons.never(kind, name, form))
                                    : usage(form, count));
                }
                List.of(Usage.NULL, Usage.ABSENT).stream()
                        .filter(form -> !forms.contains(form) && counts.containsKey(new Exercised(kind, name, form)))
                        .forEach(form -> usages.add(usage(form, counts.get(new Exercised(kind, name, form)))));
                items.add(new Item(kind, name, usages));
            });
            counts.forEach((key, count) -> {
                boolean undocumented = key.kind() == Kind.STATUS
                        || key.kind() == Kind.RESPONSE_TYPE
                        || key.kind() == Kind.REQUEST_TYPE;
                if (undocumented
                        && items.stream()
                                .noneMatch(
                                        i -> i.kind() == key.kind() && i.name().equals(key.name()))) {
                    items.add(new Item(key.kind(), key.name(), List.of(usage(key.form(), count))));
                }
            });
            items.sort((a, b) -> a.kind().compareTo(b.kind()));
            return items;
        }

        private static Usage usage(String form, Count count) {
            return new Usage(
                    form, count.times, Collections.unmodifiableMap(count.statuses), count.failed, count.request, "");
        }
    }
}
