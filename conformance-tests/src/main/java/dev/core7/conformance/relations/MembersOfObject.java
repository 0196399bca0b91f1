package dev.core7.conformance.relations;

import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.spi.Channel;
import dev.core7.conformance.spi.RetryDelay;
import dev.core7.contract.Contract;
import dev.core7.contract.Operation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Adds members to objects and removes them, and reads after each action who is a member: exactly those whom the actions made
 * members, whatever else is done to the object.
 */
final class MembersOfObject extends Relation {
    private final ListOperation list;
    private final ListUnderTest.Members members;
    private final Operation reader;
    private final Optional<Operation> remover;
    private final Optional<Operation> updater;

    private MembersOfObject(
            ListOperation list,
            ListUnderTest.Members members,
            Operation reader,
            Contract contract,
            RetryDelay retryDelay) {
        super("members-" + list.name(), retryDelay);
        this.list = list;
        this.members = members;
        this.reader = reader;
        this.remover = MemberFields.remover(members, contract);
        this.updater = contract.operation("PATCH", reader.path())
                .filter(update -> !ObjectCreator.markedFields(update).isEmpty());
    }

    /** One for each list of members that the run can fill. */
    static List<MembersOfObject> of(Contract contract, RetryDelay retryDelay) {
        var all = new ArrayList<MembersOfObject>();
        for (ListOperation list : ListOperation.all(contract)) {
            ListUnderTest.members(list, contract)
                    .ifPresent(members -> members.creator().success().links().stream()
                            .flatMap(link -> contract.operation(link.operationId()).stream())
                            .filter(operation -> operation.isSafe()
                                    && list.operation().path().startsWith(operation.path())
                                    && !operation.equals(list.operation()))
                            .findFirst()
                            .ifPresent(reader ->
                                    all.add(new MembersOfObject(list, members, reader, contract, retryDelay))));
        }
        return all;
    }

    @Override
    public List<Operation> operations() {
        var operations = new ArrayList<>(List.of(members.creator(), members.adder(), list.operation(), reader));
        remover.ifPresent(operations::add);
        updater.ifPresent(operations::add);
        return operations;
    }

    private Statement on(String step, Operation operation, Clause clause) {
        return new Statement(step, operation, clause);
    }

    @Override
    List<Statement> statements() {
        var statements = new ArrayList<>(List.of(
                on("add", members.adder(), Clause.ALL_ADDED), on("add-at-once", members.adder(), Clause.BOTH_ADDED)));
        remover.ifPresent(remove -> {
            statements.add(on("remove", remove, Clause.ONE_REMOVED));
            statements.add(on("retrieve", reader, Clause.MEMBERS_COUNTED));
        });
        updater.ifPresent(update -> statements.add(on("update", update, Clause.MEMBERS_KEPT)));
        return statements;
    }

    @Override
    void play(RelationExecution execution) throws StoppedException {
        var own = execution.fixtures(members.fixture()).stream().limit(2).toList();
        if (own.size() < 2) {
            throw StoppedException.notApplicable(
                    "it needs two members: add 2 ids under fixtures." + members.fixture() + " in the target file");
        }
        var first = object(execution, "first");
        var added = first.add(own);
        first.judge(on("add", members.adder(), Clause.ALL_ADDED), added, own);
        if (remover.isPresent()) {
            removeLast(execution, first, own);
        }
        addAtOnce(execution, own);
    }

    private MembersReading object(RelationExecution execution, String name) throws StoppedException {
        String id = ObjectCreator.create(execution, members.creator(), execution.mark() + "-" + name, 0);
        var reading = new MembersReading(execution, list, members, reader, Map.of(members.parameter(), id));
        reading.read(name + "-empty");
        return reading;
    }

    /** Removes the member that was added last; then nothing but a further action may change who is a member. */
    private void removeLast(RelationExecution execution, MembersReading object, List<String> own)
            throws StoppedException {
        var remove = remover.orElseThrow();
        String field = MemberFields.single(remove).orElseThrow();
        var removed = execution.write("remove", remove, object.path(), Map.of(field, own.get(1)));
        if (!removed.isAcceptedCall()) {
            return;
        }
        var rest = own.subList(0, 1);
        object.judge(on("remove", remove, Clause.ONE_REMOVED), removed, rest);
        if (!execution.hasFailures()) {
            object.judgeCount(on("retrieve", reader, Clause.MEMBERS_COUNTED), rest.size());
        }
        if (updater.isPresent()) {
            var update = updater.get();
            var fields = new LinkedHashMap<String, Object>();
            ObjectCreator.markedFields(update).forEach(name -> fields.put(name, execution.mark() + "-renamed"));
            var updated = execution.write("update", update, object.path(), fields);
            if (updated.isAcceptedCall()) {
                object.judge(on("update", update, Clause.MEMBERS_KEPT), updated, rest);
            }
        }
    }

    private void addAtOnce(RelationExecution execution, List<String> own) throws StoppedException {
        var second = object(execution, "second");
        var requests = new ArrayList<Channel.Sending>();
        for (String member : own) {
            requests.add(second.adding("add-at-once", List.of(member)));
        }
        var added = execution.atOnce(requests);
        if (added.stream().allMatch(Exchange::isAcceptedCall)) {
            second.judge(on("add-at-once", members.adder(), Clause.BOTH_ADDED), added.get(1), own);
        }
    }
}
