package dev.core7.conformance.relations;

import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.objects.RunMarks;
import dev.core7.conformance.result.Finding;
import dev.core7.conformance.spi.RetryDelay;
import dev.core7.conformance.view.Page;
import dev.core7.conformance.view.Views;
import dev.core7.contract.Contract;
import dev.core7.contract.MediaType;
import dev.core7.contract.Operation;
import dev.core7.contract.Schema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a list, and some of its items one by one: both must show the same values, in every field. If they differ, both are read
 * again, so that changes between the requests do not count.
 */
final class ShownAlike extends Relation {
    /** The number of items with the most distinct values, and of those that the run has updated last. */
    private static final int ITEMS = 2;

    /** The number of items that the run did not create, each of another kind. */
    private static final int KINDS = 5;

    /** The number of further items that the run did not create, because a list may show what differs as if it were the same. */
    private static final int OTHERS = 2;

    /** The extensions of fields that follow something else, although they may change at any time. */
    private static final List<String> FOLLOWS = List.of("x-changes-with", "x-set-by-server", "x-members");

    private final ListOperation list;
    private final Operation reader;

    private ShownAlike(ListOperation list, Operation reader, RetryDelay retryDelay) {
        super("shown-alike-" + list.name(), retryDelay);
        this.list = list;
        this.reader = reader;
    }

    /** One for each list whose items can be retrieved. */
    static List<ShownAlike> of(Contract contract, RetryDelay retryDelay) {
        return ListOperation.all(contract).stream()
                .flatMap(list -> list.reader(contract).map(reader -> new ShownAlike(list, reader, retryDelay)).stream())
                .toList();
    }

    @Override
    public List<Operation> operations() {
        return List.of(list.operation(), reader);
    }

    private Statement statement() {
        return on("retrieve", reader, Clause.ITEMS_ALIKE);
    }

    @Override
    List<Statement> statements() {
        return List.of(statement(), retrievable());
    }

    private Statement retrievable() {
        return on("retrieve", reader, Clause.LISTED_RETRIEVABLE);
    }

    @Override
    void play(RelationExecution execution) throws StoppedException {
        var items = items(execution);
        var ids = Stream.of(
                        richest(items).limit(ITEMS),
                        updated(execution, items).limit(ITEMS),
                        kinds(execution, items).limit(KINDS),
                        others(execution, items))
                .flatMap(chosen -> chosen)
                .distinct()
                .toList();
        if (ids.isEmpty()) {
            throw StoppedException.notApplicable("the list has no item");
        }
        var exchanges = new ArrayList<Exchange>();
        var read = retrieve(execution, ids, exchanges);
        judgeRetrievable(execution, exchanges);
        if (read.objects().isEmpty()) {
            throw StoppedException.notApplicable("no item of the list was returned: see status-code");
        }
        var last = exchanges.get(exchanges.size() - 1);
        if (!read.differsFrom(items)) {
            execution.judge(statement(), last, Optional.empty());
            return;
        }
        var itemsAgain = items(execution);
        var readAgain = retrieve(execution, ids, exchanges);
        execution.judge(statement(), last, readAgain.differsAgain(itemsAgain, read, items, ""));
    }

    /** An item that cannot be retrieved although the list shows it before and after; another client may have deleted it. */
    private void judgeRetrievable(RelationExecution execution, List<Exchange> read) throws StoppedException {
        for (Exchange exchange : read) {
            if (exchange.response().status() / 100 != 4) {
                execution.judge(retrievable(), exchange, Optional.empty());
                continue;
            }
            String path = exchange.request().path();
            boolean isListed = items(execution).objects().keySet().stream()
                    .anyMatch(id -> path.equals(execution.path(reader, ListOperation.pathOfItem(reader, id))));
            if (isListed) {
                var again = execution.get("retrieve", reader, path, MediaType.JSON, execution.key(reader));
                int status = again.response().status();
                var finding = new Finding(
                        "status",
                        reader.success().status() + ", because the list shows the item",
                        String.valueOf(status));
                execution.judge(retrievable(), again, Optional.of(finding).filter(f -> status / 100 == 4));
            }
        }
    }

    /** The last item that the run did not create, and the one in the middle. */
    private static Stream<String> others(RelationExecution execution, Views items) {
        var others = items.objects().entrySet().stream()
                .filter(item -> !item.getKey().isEmpty())
                .filter(item -> !RunMarks.carries(item.getValue(), execution.runMark()))
                .map(Map.Entry::getKey)
                .toList();
        return Stream.of(others.size() - 1, others.size() / OTHERS)
                .filter(i -> i >= 0 && i < others.size())
                .map(others::get);
    }

    /** Items that the run did not create, each with other listed values, flags or creators. */
    private Stream<String> kinds(RelationExecution execution, Views items) {
        var fields = list.item().properties();
        var ofKinds = new LinkedHashMap<String, String>();
        items.objects().forEach((id, item) -> {
            if (!id.isEmpty() && !RunMarks.carries(item, execution.runMark())) {
                var kind = new ArrayList<@Nullable Object>();
                fields.forEach((name, field) -> {
                    if (isOfKind(field)) {
                        kind.add(item.get(name) instanceof Map<?, ?> object ? object.get("id") : item.get(name));
                    }
                });
                ofKinds.putIfAbsent(String.valueOf(kind), id);
            }
        });
        return ofKinds.values().stream();
    }

    private static boolean isOfKind(Schema field) {
        return !field.enumeration().isEmpty()
                || field.keyword("x-extensible-enum") != null
                || field.types().contains("boolean")
                || field.text("x-set-by-server").filter("creator"::equals).isPresent();
    }

    private static Stream<String> richest(Views items) {
        return items.objects().entrySet().stream()
                .sorted(Comparator.comparing(item -> -values(item.getValue())))
                .map(Map.Entry::getKey)
                .filter(id -> !id.isEmpty());
    }

    /** The items that the run has updated, the last one first. */
    private Stream<String> updated(RelationExecution execution, Views items) {
        var exchanges = new ArrayList<>(execution.exchanges());
        Collections.reverse(exchanges);
        return exchanges.stream()
                .filter(exchange -> exchange.sent().called().path().equals(reader.path()))
                .filter(exchange -> !exchange.request().isSafe() && exchange.isAcceptedCall())
                .flatMap(exchange -> exchange.acceptedObject().stream())
                .map(Page::id)
                .filter(items.objects()::containsKey)
                .distinct();
    }

    private Views items(RelationExecution execution) throws StoppedException {
        var exchange = execution.get("list", list.operation(), Map.of(), Map.of());
        return Views.of(Page.of(exchange, list.results())
                .orElseThrow(() -> StoppedException.notApplicable("the list was not returned: see status-code"))
                .items());
    }

    private Views retrieve(RelationExecution execution, List<String> ids, List<Exchange> exchanges)
            throws StoppedException {
        var objects = new LinkedHashMap<String, Map<?, ?>>();
        for (String id : ids) {
            var exchange = execution.get("retrieve", reader, ListOperation.pathOfItem(reader, id), Map.of());
            exchanges.add(exchange);
            exchange.acceptedObject()
                    .filter(object -> Page.id(object).equals(id))
                    .ifPresent(object -> objects.put(id, comparable(object)));
        }
        return new Views(objects);
    }

    /** Without the fields that may change at any time and follow nothing that the run knows. */
    private Map<?, ?> comparable(Map<?, ?> object) {
        var fields = reader.success().json().orElseThrow().schema().properties();
        var compared = new LinkedHashMap<Object, @Nullable Object>(object);
        compared.keySet().removeIf(name -> {
            var field = fields.get(String.valueOf(name));
            return field != null
                    && field.text("x-changes-by-itself").isPresent()
                    && FOLLOWS.stream().allMatch(extension -> field.keyword(extension) == null);
        });
        return compared;
    }

    private static long values(Map<?, ?> item) {
        return item.values().stream()
                .filter(value ->
                        value != null && !"".equals(value) && !List.of().equals(value))
                .distinct()
                .count();
    }
}
