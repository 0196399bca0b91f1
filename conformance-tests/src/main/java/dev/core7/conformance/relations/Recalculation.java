package dev.core7.conformance.relations;

import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.objects.RunMarks;
import dev.core7.conformance.result.Finding;
import dev.core7.conformance.spi.RetryDelay;
import dev.core7.conformance.view.Page;
import dev.core7.contract.Contract;
import dev.core7.contract.Operation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Updates the texts of an object whose members the server calculates: they are the same afterwards. Only an object that loses all of
 * its members is blamed, because others may become members, or cease to be, at any time.
 */
final class Recalculation extends Relation {
    private static final String STEP = "update";

    private final ListOperation list;
    private final Operation reader;
    private final Operation updater;
    private final ListUnderTest.Members members;

    private Recalculation(
            ListOperation list,
            Operation reader,
            Operation updater,
            ListUnderTest.Members members,
            RetryDelay retryDelay) {
        super("recalculation-" + list.name(), retryDelay);
        this.list = list;
        this.reader = reader;
        this.updater = updater;
        this.members = members;
    }

    /** One for each list of members that the server can also calculate. */
    static List<Recalculation> of(Contract contract, RetryDelay retryDelay) {
        var all = new ArrayList<Recalculation>();
        for (ListOperation list : ListOperation.all(contract)) {
            ListUnderTest.members(list, contract)
                    .ifPresent(members -> members.readers(list, contract)
                            .filter(reader -> MemberFields.admits(reader, members)
                                            .isPresent()
                                    && MemberFields.count(reader, members).isPresent())
                            .findFirst()
                            .ifPresent(reader -> contract.operation("PATCH", reader.path())
                                    .filter(update ->
                                            !ObjectCreator.markedFields(update).isEmpty())
                                    .ifPresent(update ->
                                            all.add(new Recalculation(list, reader, update, members, retryDelay)))));
        }
        return all;
    }

    @Override
    public List<Operation> operations() {
        return List.of(list.operation(), reader, updater);
    }

    @Override
    List<Statement> statements() {
        return List.of(statement());
    }

    private Statement statement() {
        return on(STEP, updater, Clause.KEPT_BY_RECALCULATION);
    }

    @Override
    void play(RelationExecution execution) throws StoppedException {
        for (String id : calculated(execution)) {
            var path = Map.of(members.parameter(), id);
            var before = settled(execution, path);
            var shown = ids(execution, path);
            if (count(before).filter(count -> count > 0).isEmpty() || isBusy(before)) {
                continue;
            }
            var texts = ObjectCreator.texts(updater, execution.mark() + "-renamed");
            var updated = execution.write(STEP, updater, path, texts);
            var after = settled(execution, path);
            if (!updated.isAcceptedCall() || isBusy(after)) {
                throw StoppedException.notApplicable("the update was refused, or the server is still calculating");
            }
            execution.judge(statement(), updated, lost(before, after, shown, ids(execution, path)));
            return;
        }
        throw StoppedException.notApplicable("the server has calculated no members of an object of the run");
    }

    /** The objects of the run whose members the server calculates, and which showed some; the youngest first. */
    private List<String> calculated(RelationExecution execution) {
        String admits = MemberFields.admits(reader, members).orElseThrow();
        var hides = MemberFields.hidingFlag(reader);
        var ids = new LinkedHashMap<String, Boolean>();
        for (Exchange exchange : execution.exchanges()) {
            boolean isItem = exchange.sent().called().path().equals(reader.path());
            exchange.acceptedObject()
                    .filter(object -> isItem && RunMarks.carries(object, execution.runMark()))
                    .ifPresent(object -> ids.put(
                            Page.id(object),
                            Boolean.FALSE.equals(object.get(admits))
                                    && count(exchange)
                                            .filter(count -> count > 0)
                                            .isPresent()
                                    && hides.filter(flag -> Boolean.TRUE.equals(object.get(flag)))
                                            .isEmpty()));
        }
        ids.values().removeIf(fits -> !fits);
        return ids.keySet().stream().limit(1).toList();
    }

    /** Reads the object until the server says that it does not calculate, at most for some seconds. */
    private Exchange settled(RelationExecution execution, Map<String, String> path) throws StoppedException {
        return execution.retryBriefly(() -> execution.get("read", reader, path, Map.of()), read -> !isBusy(read));
    }

    /** Whether a flag is set that changes by itself, such as {@code is_calculating}. */
    private boolean isBusy(Exchange read) {
        return reader.success().json().orElseThrow().schema().properties().entrySet().stream()
                .filter(field -> field.getValue().types().contains("boolean")
                        && field.getValue().flag("readOnly")
                        && field.getValue().keyword("x-changes-by-itself") != null)
                .anyMatch(field -> read.acceptedObject()
                        .filter(object -> Boolean.TRUE.equals(object.get(field.getKey())))
                        .isPresent());
    }

    private Optional<Integer> count(Exchange read) {
        String field = MemberFields.count(reader, members).orElseThrow();
        return read.acceptedObject()
                .flatMap(object ->
                        object.get(field) instanceof Number count ? Optional.of(count.intValue()) : Optional.empty());
    }

    private List<String> ids(RelationExecution execution, Map<String, String> path) throws StoppedException {
        return Page.of(execution.get("members", list.operation(), path, Map.of()), list.results()).stream()
                .flatMap(page -> page.items().stream())
                .map(Page::memberId)
                .toList();
    }

    private Optional<Finding> lost(Exchange before, Exchange after, List<String> shown, List<String> shownAfter) {
        var counted = new Finding(
                "/count",
                count(before).orElse(0) + ", as before",
                String.valueOf(count(after).orElse(0)));
        var listed =
                new Finding("members in " + list.operation().id(), shown + ", as before", String.valueOf(shownAfter));
        boolean noneCounted = count(after).filter(count -> count == 0).isPresent();
        boolean noneListed = !shown.isEmpty() && shownAfter.stream().noneMatch(shown::contains);
        return noneCounted ? Optional.of(counted) : Optional.of(listed).filter(f -> noneListed);
    }
}
