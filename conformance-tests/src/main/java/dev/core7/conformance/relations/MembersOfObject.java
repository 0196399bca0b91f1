package dev.core7.conformance.relations;

import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.result.Finding;
import dev.core7.conformance.spi.Channel;
import dev.core7.conformance.spi.RetryDelay;
import dev.core7.contract.Contract;
import dev.core7.contract.Operation;
import java.util.ArrayList;
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
    private final RefusedMemberWrites refused;

    private MembersOfObject(
            ListOperation list,
            ListUnderTest.Members members,
            Operation reader,
            Contract contract,
            RetryDelay retryDelay,
            List<String> dependsOn) {
        super("members-" + list.name(), retryDelay, dependsOn);
        this.list = list;
        this.members = members;
        this.reader = reader;
        this.remover = MemberFields.remover(members, contract);
        this.updater = contract.operation("PATCH", reader.path())
                .filter(update -> !ObjectCreator.markedFields(update).isEmpty());
        this.refused = new RefusedMemberWrites(members.adder(), contract.operation("DELETE", reader.path()));
    }

    /** One for each list of members that the run can fill; {@code earlier} are the relations that run before. */
    static List<MembersOfObject> of(Contract contract, RetryDelay retryDelay, List<Relation> earlier) {
        var all = new ArrayList<MembersOfObject>();
        for (ListOperation list : ListOperation.all(contract)) {
            ListUnderTest.members(list, contract)
                    .ifPresent(members -> members.readers(list, contract)
                            .findFirst()
                            .ifPresent(reader -> all.add(new MembersOfObject(
                                    list,
                                    members,
                                    reader,
                                    contract,
                                    retryDelay,
                                    Relations.creating(members.creator(), earlier)))));
        }
        return all;
    }

    @Override
    public List<Operation> operations() {
        var operations = new ArrayList<>(List.of(members.creator(), members.adder(), list.operation(), reader));
        remover.ifPresent(operations::add);
        refused.operation().ifPresent(operations::add);
        updater.ifPresent(operations::add);
        return operations;
    }

    @Override
    List<Statement> statements() {
        var statements = new ArrayList<>(List.of(
                on("add", members.adder(), Clause.ALL_ADDED),
                on("add", members.adder(), Clause.MEMBERS_KEPT),
                on("add-known", members.adder(), Clause.ALL_ADDED),
                on("count-known", reader, Clause.MEMBERS_COUNTED),
                on("add-at-once", members.adder(), Clause.BOTH_ADDED)));
        statements.addAll(MixedMembers.statements(members, reader, initial()));
        remover.ifPresent(remove -> {
            initial().ifPresent(field -> {
                statements.add(on("remove-all", remove, Clause.ONE_REMOVED));
                statements.add(on("remove-all", remove, Clause.UPPER_CASE_ID));
            });
            statements.add(on("add-other", members.adder(), Clause.ALL_ADDED));
            statements.add(on("add-other", members.adder(), Clause.MEMBERS_KEPT));
            statements.add(on("add-again", members.adder(), Clause.ALL_ADDED));
            statements.add(on("add-again", members.adder(), Clause.UPPER_CASE_ID));
            statements.add(on("remove", remove, Clause.ONE_REMOVED));
            statements.add(on("remove", remove, Clause.MEMBERS_KEPT));
            statements.add(on("add-elsewhere", members.adder(), Clause.MEMBERS_KEPT));
            statements.add(on("remove-again", remove, Clause.REMOVED_AGAIN));
            statements.add(on("retrieve", reader, Clause.MEMBERS_COUNTED));
        });
        updater.ifPresent(update -> {
            statements.add(on("update", update, Clause.MEMBERS_KEPT));
            statements.add(on("restore", update, Clause.MEMBERS_RESTORED));
        });
        statements.addAll(refused.statements());
        MemberTable.statement(list).ifPresent(statements::add);
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
        var second = second(execution, own);
        var added = first.add(own);
        first.judge(on("add", members.adder(), Clause.ALL_ADDED), added, own);
        if (!execution.hasFailures()) {
            second.judge(on("add", members.adder(), Clause.MEMBERS_KEPT), added, List.of());
        }
        addAtOnce(execution, second, own);
        var left = remover.isPresent() ? remove(execution, first, second, own) : own;
        addKnown(execution, first, left);
        refused.send(execution, first, left);
        if (updater.isPresent()) {
            update(execution, first, left);
        }
        var all = new ArrayList<>(own);
        if (left.size() < own.size()) {
            all.addAll(addOther(execution, first, second, left, own));
            addAgain(execution, first, own, all);
        }
        if (!execution.hasFailures()) {
            new MixedMembers(execution, members, reader).add(first, all);
        }
    }

    /** The request field of a create that names the first members. */
    private Optional<String> initial() {
        return MemberFields.initial(members.creator(), members.fixture());
    }

    /** An object without members; if possible, it is created with members, which are then removed. */
    private MembersReading second(RelationExecution execution, List<String> own) throws StoppedException {
        if (initial().isEmpty() || remover.isEmpty()) {
            return object(execution, "second");
        }
        var mixed = new MixedMembers(execution, members, reader);
        var created = mixed.create(initial().get(), own);
        var path = Map.of(members.parameter(), ObjectCreator.id(created));
        var object = new MembersReading(execution, list, members, reader, path);
        object.judge(on("create-with", members.creator(), Clause.ALL_ADDED), created, own);
        mixed.judgeCount(created, own);
        mixed.removeAll(object, remover.get(), own);
        return object;
    }

    private MembersReading object(RelationExecution execution, String name) throws StoppedException {
        String id = ObjectCreator.takeOrCreate(execution, members.creator(), execution.mark() + "-" + name, 0);
        var reading = new MembersReading(execution, list, members, reader, Map.of(members.parameter(), id));
        reading.read(name + "-empty");
        return reading;
    }

    private void addAtOnce(RelationExecution execution, MembersReading object, List<String> own)
            throws StoppedException {
        var requests = new ArrayList<Channel.Sending>();
        for (String member : own) {
            requests.add(object.adding("add-at-once", List.of(member)));
        }
        var added = execution.atOnce(requests);
        if (added.stream().allMatch(Exchange::isAcceptedCall)) {
            object.judge(on("add-at-once", members.adder(), Clause.BOTH_ADDED), added.get(1), own);
        }
    }

    /** Removes the member of one object that was added last, and returns the others. */
    private List<String> remove(
            RelationExecution execution, MembersReading object, MembersReading other, List<String> own)
            throws StoppedException {
        var remove = remover.orElseThrow();
        Object body = Map.of(MemberFields.single(remove).orElseThrow(), own.get(1));
        var removed = execution.write("remove", remove, object.path(), body);
        if (!removed.isAcceptedCall()) {
            return own;
        }
        var left = own.subList(0, 1);
        object.judge(on("remove", remove, Clause.ONE_REMOVED), removed, left);
        if (!execution.hasFailures()) {
            other.judge(on("remove", remove, Clause.MEMBERS_KEPT), removed, own);
            addElsewhere(execution, other, object, own.get(1), left);
            object.judgeCount(on("retrieve", reader, Clause.MEMBERS_COUNTED), left.size());
            var again = execution.write("remove-again", remove, object.path(), body);
            int status = again.response().status();
            var refused = new Finding("status", String.valueOf(remove.success().status()), String.valueOf(status));
            execution.judge(
                    on("remove-again", remove, Clause.REMOVED_AGAIN),
                    again,
                    Optional.of(refused).filter(f -> !again.isAcceptedCall()));
        }
        return left;
    }

    /** Adds somebody to one object; the other one, whose member this is not, keeps its members. */
    private void addElsewhere(
            RelationExecution execution,
            MembersReading object,
            MembersReading other,
            String member,
            List<String> othersMembers)
            throws StoppedException {
        var added = execution
                .atOnce(List.of(object.adding("add-elsewhere", List.of(member))))
                .get(0);
        if (added.isAcceptedCall()) {
            other.judge(on("add-elsewhere", members.adder(), Clause.MEMBERS_KEPT), added, othersMembers);
        }
    }

    /** Changes other fields, and hides and restores the object; while it is hidden, it cannot be deleted either. */
    private void update(RelationExecution execution, MembersReading object, List<String> left) throws StoppedException {
        var update = updater.orElseThrow();
        var fields = ObjectCreator.texts(update, execution.mark() + "-renamed");
        var updated = execution.write("update", update, object.path(), fields);
        if (updated.isAcceptedCall()) {
            object.judge(on("update", update, Clause.MEMBERS_KEPT), updated, left);
        }
        var flag = MemberFields.hidingFlag(reader);
        if (flag.isPresent()) {
            execution.write("hide", update, object.path(), Map.of(flag.get(), true));
            if (refused.operation().isPresent()) {
                execution.write("refused-while-hidden", refused.operation().get(), object.path());
            }
            var restored = execution.write("restore", update, object.path(), Map.of(flag.get(), false));
            if (restored.isAcceptedCall()) {
                object.judge(on("restore", update, Clause.MEMBERS_RESTORED), restored, left);
            }
        }
    }

    /** Adds somebody who is a member already: no member appears, and none is counted twice. */
    private void addKnown(RelationExecution execution, MembersReading object, List<String> left)
            throws StoppedException {
        var added = execution
                .atOnce(List.of(object.adding("add-known", left.subList(0, 1))))
                .get(0);
        if (added.isAcceptedCall() && !execution.hasFailures()) {
            object.judge(on("add-known", members.adder(), Clause.ALL_ADDED), added, left);
            object.judgeCount(on("count-known", reader, Clause.MEMBERS_COUNTED), left.size());
        }
    }

    /** Adds a member that was removed once more, by its UUID in upper case; if the server does not know it, in the usual form. */
    private void addAgain(RelationExecution execution, MembersReading object, List<String> own, List<String> expected)
            throws StoppedException {
        var statement = on("add-again", members.adder(), Clause.ALL_ADDED);
        String other = MemberFields.inUpperCase(members.adder(), members.field(), own.get(1));
        var added = execution
                .atOnce(List.of(object.adding("add-again", List.of(own.get(0), other))))
                .get(0);
        boolean isJudged = added.isAcceptedCall()
                && object.judgeUpperCase(
                        statement, on("add-again", members.adder(), Clause.UPPER_CASE_ID), own.get(1), added, expected);
        if (!isJudged) {
            var again =
                    execution.atOnce(List.of(object.adding("add-again", own))).get(0);
            if (again.isAcceptedCall()) {
                object.judge(statement, again, expected);
            }
        }
    }

    /** Adds somebody other than the member that was removed, who stays away; the other object gets no member. Returns who was added. */
    private List<String> addOther(
            RelationExecution execution,
            MembersReading object,
            MembersReading other,
            List<String> left,
            List<String> own)
            throws StoppedException {
        var more = execution.fixtures(members.fixture()).stream()
                .filter(member -> !own.contains(member))
                .limit(1)
                .toList();
        if (more.isEmpty() || execution.hasFailures()) {
            return List.of();
        }
        var added = execution.atOnce(List.of(object.adding("add-other", more))).get(0);
        if (!added.isAcceptedCall()) {
            return List.of();
        }
        var expected = new ArrayList<>(left);
        expected.addAll(more);
        object.judge(on("add-other", members.adder(), Clause.ALL_ADDED), added, expected);
        other.judge(on("add-other", members.adder(), Clause.MEMBERS_KEPT), added, own);
        return more;
    }
}
