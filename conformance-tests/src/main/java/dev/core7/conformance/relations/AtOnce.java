package dev.core7.conformance.relations;

import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.result.Finding;
import dev.core7.conformance.spi.Channel;
import dev.core7.conformance.spi.RetryDelay;
import dev.core7.conformance.target.Key;
import dev.core7.conformance.target.Keyring;
import dev.core7.conformance.view.Page;
import dev.core7.contract.Contract;
import dev.core7.contract.Link;
import dev.core7.contract.MediaType;
import dev.core7.contract.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Creates two objects at the same time, then reads and updates both at the same time, and reads an object while it is updated.
 * Then it updates one of them further. The laws compare what the responses show. Two updates of one object are not sent at the
 * same time, because a server may legally store either of them as a whole.
 */
final class AtOnce extends Relation {
    /** A server that mixes up requests does so only sometimes. */
    private static final int ROUNDS = 3;

    private static final Set<Integer> KEY_REFUSED = Set.of(401, 403);

    private final Operation creator;
    private final Operation reader;
    private final Operation updater;
    private final Link toReader;

    /** An operation on the object whose documented response is a refusal. */
    private final Optional<Operation> refused;

    /** The operations whose items name the object in the path. */
    private final List<Operation> ofObject;

    /** The operations that read an object, the list with it, or what belongs to either. */
    private final List<Operation> readers;

    private AtOnce(
            Operation creator,
            Operation reader,
            Operation updater,
            Link toReader,
            Contract contract,
            RetryDelay retryDelay) {
        super("at-once-" + creator.id().replace('_', '-'), retryDelay);
        this.creator = creator;
        this.reader = reader;
        this.updater = updater;
        this.toReader = toReader;
        this.refused = contract.operation("DELETE", reader.path())
                .filter(delete -> delete.success().isError());
        this.ofObject = contract.operations().stream()
                .filter(o -> o.isSafe() && o.path().startsWith(reader.path()) && !o.equals(reader))
                .filter(AtOnce::namesObject)
                .toList();
        this.readers = contract.operations().stream()
                .filter(o -> o.isSafe() && o.path().startsWith(creator.path()))
                .filter(o -> {
                    var above = o.path().startsWith(reader.path()) ? reader.path() : creator.path();
                    return o.path().indexOf('{', above.length()) < 0;
                })
                .toList();
    }

    /** One for each operation that creates objects that can be read, updated and cleaned up. */
    static List<AtOnce> of(Contract contract, RetryDelay retryDelay) {
        var all = new ArrayList<AtOnce>();
        for (Operation creator : contract.operations()) {
            var links = creator.success().links();
            if (creator.isSafe()
                    || links.stream().noneMatch(Link::cleanup)
                    || ObjectCreator.markedFields(creator).isEmpty()) {
                continue;
            }
            for (Link link : links) {
                var reader = contract.operation(link.operationId()).filter(Operation::isSafe);
                reader.flatMap(read -> contract.operation("PATCH", read.path()))
                        .filter(update -> !ObjectCreator.markedFields(update).isEmpty())
                        .ifPresent(update ->
                                all.add(new AtOnce(creator, reader.get(), update, link, contract, retryDelay)));
            }
        }
        return all;
    }

    @Override
    public List<Operation> operations() {
        return Stream.of(Stream.of(creator, reader, updater), ofObject.stream(), readers.stream(), refused.stream())
                .flatMap(operations -> operations)
                .distinct()
                .toList();
    }

    /** Whether the items of a list belong to the object in its path: they name it, or are in no other such list. */
    static boolean namesObject(Operation list) {
        return list.success().observed().or(() -> list.success().json().map(MediaType::schema)).stream()
                .flatMap(body -> body.properties().values().stream())
                .flatMap(field -> field.items().stream())
                .flatMap(item -> item.properties().values().stream())
                .anyMatch(field -> field.text("x-path-parameter").isPresent() || field.flag("x-one-parent"));
    }

    @Override
    List<Statement> statements() {
        var statements = new ArrayList<>(List.of(
                on("create", creator, Clause.OWN_OBJECTS),
                on("create-again", creator, Clause.OWN_OBJECTS),
                on("read", reader, Clause.OWN_RESPONSES),
                on("update", updater, Clause.OWN_RESPONSES),
                on("read-during-update", reader, Clause.READABLE)));
        if (!nullable().isEmpty()) {
            statements.add(on("create", creator, Clause.NULL_ACCEPTED));
        }
        statements.addAll(LaterWrites.statements(updater, readers));
        statements.addAll(LongestTexts.statements(creator));
        statements.addAll(RepeatedUpdates.statements(reader, updater, refused));
        return statements;
    }

    @Override
    void play(RelationExecution execution) throws StoppedException {
        var created = execution.atOnce(List.of(create(execution, "create", 0), create(execution, "create", 1)));
        if (!nullable().isEmpty()
                && created.get(0).accepted()
                && !KEY_REFUSED.contains(created.get(1).response().status())) {
            var statement = on("create", creator, Clause.NULL_ACCEPTED);
            var names = String.join(", ", nullable());
            execution.judge(statement, created.get(1), LaterWrites.refused(created.get(1), names));
        }
        var ids = List.of(ObjectCreator.id(created.get(0)), ObjectCreator.id(created.get(1)));
        boolean same = ids.get(0).equals(ids.get(1));
        execution.judge(
                on("create", creator, Clause.OWN_OBJECTS),
                created.get(1),
                Optional.of(new Finding("/id", "another id than " + ids.get(0), ids.get(1)))
                        .filter(f -> same));
        if (same) {
            throw StoppedException.notApplicable("the server created only one object");
        }
        // Before the first object changes, because the request must be that of an object which exists as it was
        // created.
        var third = createEqual(execution, created.get(0), ids);
        for (int round = 0; round < ROUNDS; round++) {
            var reads = new ArrayList<Channel.Sending>();
            var updates = new ArrayList<Channel.Sending>();
            for (String id : ids) {
                String name = round + "-" + updates.size();
                reads.add(execution.reading("read", reader, path(id)));
                updates.add(update(execution, "update", id, name));
            }
            judgeOwn(execution, on("update", updater, Clause.OWN_RESPONSES), execution.atOnce(updates), ids);
            judgeOwn(execution, on("read", reader, Clause.OWN_RESPONSES), execution.atOnce(reads), ids);
            judgeReadable(execution, ids.get(0), round);
        }
        readTwin(execution, ids);
        var keys = new Keyring(execution.target());
        var read = readers.stream().filter(o -> keys.minimal(o).isPresent()).toList();
        new LaterWrites(execution, reader, updater, read, path(ids.get(1))).send();
        new RepeatedUpdates(execution, reader, updater, refused, path(ids.get(1))).send();
        // The object that was hidden and restored goes first: a walk removes it.
        execution.spares().leave(creator.id(), ids.get(1));
        execution.spares().leave(creator.id(), ids.get(0));
        third.ifPresent(id -> execution.spares().leave(creator.id(), id));
        var body = ObjectCreator.body(creator, execution.mark(), 0);
        var longest = new LongestTexts(execution, creator, Map.of(), body).send();
        if (longest.isPresent()) {
            execution.spares().leave(creator.id(), ObjectCreator.id(longest.get()));
        }
    }

    /** Sends the same create once more, and returns the id of the third object that it makes. */
    private Optional<String> createEqual(RelationExecution execution, Exchange first, List<String> ids)
            throws StoppedException {
        var again =
                execution.atOnce(List.of(create(execution, "create-again", 0))).get(0);
        if (!again.isAcceptedCall() || !first.isAcceptedCall()) {
            execution.notApplicable(on("create-again", creator, Clause.OWN_OBJECTS), "a create was refused");
            return Optional.empty();
        }
        String id = ObjectCreator.id(again);
        execution.judge(
                on("create-again", creator, Clause.OWN_OBJECTS),
                again,
                Optional.of(new Finding("/id", "another id than " + ids, id)).filter(f -> ids.contains(id)));
        return Optional.of(id).filter(other -> !ids.contains(other));
    }

    /** The fields that the second object is created with as null; not those with the mark of the run. */
    private List<String> nullable() {
        var marked = ObjectCreator.markedFields(creator);
        return LaterWrites.nullable(creator).stream()
                .filter(field -> !marked.contains(field))
                .toList();
    }

    /**
     * Gives both objects the same text, reads what belongs to each, and then changes one of them. Laws and checks judge whether the
     * other one stays, and whether each list is that of its object.
     */
    private void readTwin(RelationExecution execution, List<String> ids) throws StoppedException {
        execution.atOnce(List.of(
                update(execution, "twin-0", ids.get(0), "twin"), update(execution, "twin-1", ids.get(1), "twin")));
        for (String id : ids) {
            for (Operation list : ofObject) {
                execution.get("read-twins", list, path(id), Map.of());
            }
        }
        execution.atOnce(List.of(update(execution, "change-twin-0", ids.get(0), "changed")));
        execution.get("read-twin-1", reader, path(ids.get(1)), Map.of());
    }

    /** The bodies of requests that are sent at once differ, so that a transcript tells which response belongs to which. */
    private Channel.Sending create(RelationExecution execution, String step, int number) throws StoppedException {
        var body = ObjectCreator.body(creator, execution.mark() + "-" + number, number);
        if (number > 0) {
            nullable().forEach(field -> body.put(field, null));
        }
        var key = execution.key(creator);
        return execution.writing(step, creator, Map.of(), body, number > 0 ? ofAnotherUser(execution, key) : key);
    }

    /** A key of another user, so that the creators of the two objects differ; the same key if none is known. */
    private Key ofAnotherUser(RelationExecution execution, Key key) {
        return new Keyring(execution.target())
                .another(creator, key)
                .filter(other -> other.user().isPresent() && key.user().isPresent())
                .filter(other -> !other.user().equals(key.user()))
                .orElse(key);
    }

    private Channel.Sending update(RelationExecution execution, String step, String id, String suffix)
            throws StoppedException {
        var fields = ObjectCreator.texts(updater, execution.mark() + "-" + suffix);
        return execution.writing(step, updater, path(id), fields);
    }

    private Map<String, String> path(String id) {
        return Map.of(toReader.parameters().keySet().iterator().next(), id);
    }

    /** Each accepted response must show the object of its request. What else it shows is judged by the laws. */
    private static void judgeOwn(
            RelationExecution execution, Statement statement, List<Exchange> exchanges, List<String> ids) {
        for (int i = 0; i < ids.size(); i++) {
            var exchange = exchanges.get(i);
            String expected = ids.get(i);
            var shown = exchange.acceptedObject().map(Page::id).filter(id -> !id.isEmpty());
            if (shown.isPresent()) {
                execution.judge(
                        statement,
                        exchange,
                        shown.filter(id -> !id.equals(expected)).map(id -> new Finding("/id", expected, id)));
            }
        }
    }

    /** A read may show the object before or after the update, but must find it if reads before and after it do. */
    private void judgeReadable(RelationExecution execution, String id, int round) throws StoppedException {
        String step = "read-during-update";
        var exchanges = execution.atOnce(List.of(
                update(execution, "update-during-read", id, round + "-again"),
                execution.reading(step, reader, path(id))));
        var after = execution.get("read-after-update", reader, path(id), Map.of());
        if (exchanges.get(0).isAcceptedCall() && after.isAcceptedCall()) {
            var read = exchanges.get(1);
            int status = read.response().status();
            execution.judge(
                    on(step, reader, Clause.READABLE),
                    read,
                    Optional.of(new Finding(
                                    "status", String.valueOf(after.response().status()), String.valueOf(status)))
                            .filter(f -> status / 100 == 4));
        }
    }
}
