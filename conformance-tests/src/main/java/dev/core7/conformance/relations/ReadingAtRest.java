package dev.core7.conformance.relations;

import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.result.Finding;
import dev.core7.conformance.spi.RetryDelay;
import dev.core7.conformance.view.Lasting;
import dev.core7.conformance.view.Page;
import dev.core7.conformance.view.SimilarIds;
import dev.core7.conformance.view.Views;
import dev.core7.contract.Contract;
import dev.core7.contract.Json;
import dev.core7.contract.JsonValues;
import dev.core7.contract.Link;
import dev.core7.contract.MediaType;
import dev.core7.contract.Operation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads objects of the run, and everything below them, again and again without writing to them: two rounds must show the same. A
 * server that still calculates shows it after some rounds; one that changes something with each read never does. Then it reads
 * what is below objects with similar ids; checks judge whether each list is that of its object.
 */
final class ReadingAtRest extends Relation {
    private static final String STEP = "at-rest";

    private final Operation creator;
    private final String parameter;
    private final List<Operation> readers;

    private ReadingAtRest(
            Operation creator,
            String parameter,
            List<Operation> readers,
            RetryDelay retryDelay,
            List<String> dependsOn) {
        super("at-rest-" + creator.id().replace('_', '-'), retryDelay, dependsOn);
        this.creator = creator;
        this.parameter = parameter;
        this.readers = readers;
    }

    /** One for each operation whose objects have something below them that can be read. */
    static List<ReadingAtRest> of(Contract contract, RetryDelay retryDelay, List<Relation> before) {
        var all = new ArrayList<ReadingAtRest>();
        for (Operation creator : contract.operations()) {
            if (creator.isSafe() || creator.success().links().stream().noneMatch(Link::cleanup)) {
                continue;
            }
            creator.success().links().stream()
                    .filter(link -> contract.operation(link.operationId())
                            .filter(Operation::isSafe)
                            .isPresent())
                    .findFirst()
                    .ifPresent(link -> {
                        var path = contract.operation(link.operationId())
                                .orElseThrow()
                                .path();
                        var readers = contract.operations().stream()
                                .filter(o -> o.isSafe() && o.path().startsWith(path))
                                .filter(o -> o.path().indexOf('{', path.length()) < 0)
                                .toList();
                        var parameter = link.parameters().keySet().stream().findFirst();
                        if (readers.size() > 1 && parameter.isPresent()) {
                            all.add(new ReadingAtRest(
                                    creator,
                                    parameter.get(),
                                    readers,
                                    retryDelay,
                                    Relations.creating(creator, before)));
                        }
                    });
        }
        return all;
    }

    @Override
    public List<Operation> operations() {
        return readers;
    }

    @Override
    List<Statement> statements() {
        return readers.stream().map(ReadingAtRest::statement).toList();
    }

    private static Statement statement(Operation reader) {
        return on(STEP, reader, Clause.READING_IS_SAFE);
    }

    @Override
    void play(RelationExecution execution) throws StoppedException {
        var ids = ids(execution);
        if (ids.isEmpty()) {
            throw StoppedException.notApplicable("the run has no object at rest");
        }
        for (String id : ids) {
            var path = Map.of(parameter, id);
            var before = new Rounds(read(execution, path));
            execution.retryBriefly(() -> before.next(read(execution, path)), Rounds::agree);
            before.differences()
                    .forEach((reader, finding) ->
                            execution.judge(statement(reader), before.last().get(reader), finding));
        }
        readSimilar(execution);
    }

    /** Reads the lists whose items belong to one object, below objects of the run and below others with similar ids. */
    private void readSimilar(RelationExecution execution) throws StoppedException {
        var own = new LinkedHashSet<String>();
        var all = new LinkedHashSet<String>();
        for (Exchange exchange : execution.exchanges()) {
            if (exchange.sent().called().equals(creator)) {
                exchange.acceptedObject().map(Page::id).ifPresent(own::add);
            } else if (exchange.sent().called().path().equals(creator.path())) {
                exchange.acceptedItems().stream()
                        .flatMap(List::stream)
                        .forEach(item -> all.add(item instanceof Map<?, ?> object ? Page.id(object) : ""));
            }
        }
        all.addAll(own);
        for (SimilarIds.Pair pair : SimilarIds.among(all, own)) {
            for (Operation list : readers) {
                if (AtOnce.namesObject(list)) {
                    execution.get("similar-id", list, Map.of(parameter, pair.whole()), Map.of());
                    execution.get("similar-id", list, Map.of(parameter, pair.part()), Map.of());
                }
            }
        }
    }

    /**
     * The youngest object of each kind that a create can make, unless it is hidden now. Their order does not depend on which kind
     * a shard creates first.
     */
    private List<String> ids(RelationExecution execution) {
        var flag = MemberFields.hidingFlag(readers.get(0));
        var youngest = new TreeMap<String, String>(Comparator.reverseOrder());
        for (Exchange exchange : execution.exchanges()) {
            boolean creates = exchange.sent().called().equals(creator) && exchange.isAcceptedCall();
            exchange.acceptedObject()
                    .filter(object -> creates && object.get("id") != null)
                    .filter(object -> flag.isEmpty() || !Boolean.TRUE.equals(object.get(flag.get())))
                    .ifPresent(object -> youngest.put(kind(object), Page.id(object)));
        }
        return List.copyOf(youngest.values());
    }

    /** The flags that the create named. */
    private String kind(Map<?, ?> object) {
        var fields = creator.body().orElseThrow().schema().properties();
        return object.entrySet().stream()
                .filter(field ->
                        field.getValue() instanceof Boolean && fields.containsKey(String.valueOf(field.getKey())))
                .map(field -> field.getKey() + "=" + field.getValue())
                .sorted()
                .collect(Collectors.joining(","));
    }

    private Map<Operation, Exchange> read(RelationExecution execution, Map<String, String> path)
            throws StoppedException {
        var round = new LinkedHashMap<Operation, Exchange>();
        for (Operation reader : readers) {
            round.put(reader, execution.get(STEP, reader, path, Map.of()));
        }
        return round;
    }

    /** The last two rounds of reading. */
    private static final class Rounds {
        private Map<Operation, Exchange> before = Map.of();
        private Map<Operation, Exchange> last;

        Rounds(Map<Operation, Exchange> first) {
            last = first;
        }

        Rounds next(Map<Operation, Exchange> round) {
            before = last;
            last = round;
            return this;
        }

        Map<Operation, Exchange> last() {
            return last;
        }

        boolean agree() {
            return differences().values().stream().allMatch(Optional::isEmpty);
        }

        /** What differs between the rounds; only responses that both rounds accepted are compared. */
        Map<Operation, Optional<Finding>> differences() {
            var differences = new LinkedHashMap<Operation, Optional<Finding>>();
            last.forEach((reader, exchange) -> {
                var earlier = before.get(reader);
                if (earlier != null && earlier.isAcceptedCall() && exchange.isAcceptedCall()) {
                    differences.put(reader, difference(body(earlier), body(exchange)));
                }
            });
            return differences;
        }

        private static Optional<Finding> difference(@Nullable Object then, @Nullable Object now) {
            if (then instanceof Map<?, ?> one && now instanceof Map<?, ?> other) {
                return Views.fields(one, other).stream()
                        .findFirst()
                        .map(field -> new Finding(
                                "/" + field,
                                JsonValues.describe(one.get(field)) + ", as the read before showed it",
                                JsonValues.describe(other.get(field))));
            }
            return Views.isAlike(then, now)
                    ? Optional.empty()
                    : Optional.of(new Finding("body", "the same as before", JsonValues.describe(now)));
        }

        private static @Nullable Object body(Exchange exchange) {
            var success = exchange.sent().called().success();
            var schema = success.json().map(MediaType::schema).or(success::observed);
            try {
                return exchange.response().isEmpty()
                        ? null
                        : Lasting.part(exchange.response().json(), schema);
            } catch (Json.NotJsonException e) {
                return null;
            }
        }
    }
}
