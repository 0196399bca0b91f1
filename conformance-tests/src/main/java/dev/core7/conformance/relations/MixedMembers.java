package dev.core7.conformance.relations;

import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.result.Finding;
import dev.core7.conformance.target.UnknownIds;
import dev.core7.contract.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Adds several persons in one request: some the server knows, one of them twice, one that nobody knows, and one of another project.
 * A server may refuse such a request; if it accepts it, the known ones are the members, and no others are counted. UUIDs in upper
 * case are the same (RFC 9562 §4).
 */
record MixedMembers(RelationExecution execution, ListUnderTest.Members members, Operation reader) {
    private static final String CREATE = "create-with";
    private static final String ADD = "add-mixed";
    private static final String COUNT = "count-mixed";
    private static final String REMOVE = "remove-all";

    /** @param initial the field of a create that names the first members */
    static List<Relation.Statement> statements(
            ListUnderTest.Members members, Operation reader, Optional<String> initial) {
        var statements = new ArrayList<Relation.Statement>();
        initial.ifPresent(field -> {
            statements.add(Relation.on(CREATE, members.creator(), Clause.ALL_ADDED));
            statements.add(Relation.on(CREATE, members.creator(), Clause.MEMBERS_COUNTED));
        });
        statements.add(Relation.on(ADD, members.adder(), Clause.ALL_ADDED));
        statements.add(Relation.on(COUNT, reader, Clause.MEMBERS_COUNTED));
        return statements;
    }

    /** Creates an object with a mixture, or with the known ones only if the server refuses the mixture. */
    Exchange create(String field, List<String> known) throws StoppedException {
        var body = ObjectCreator.body(members.creator(), execution.mark() + "-second", 0);
        body.put(field, mixed(known, known.get(0)));
        var created = execution.write(CREATE, members.creator(), Map.of(), body);
        if (created.response().status() / 100 != 4) {
            return created;
        }
        body.put(field, known);
        return execution.write(CREATE, members.creator(), Map.of(), body);
    }

    /** A count in the response to a create may be absent, or lower if the server is late, but not higher. */
    void judgeCount(Exchange created, List<String> known) {
        var statement = Relation.on(CREATE, members.creator(), Clause.MEMBERS_COUNTED);
        var count = MemberFields.count(reader, members)
                .flatMap(field -> created.acceptedObject().map(object -> object.get(field)));
        if (count.isPresent() && count.get() instanceof Number number) {
            var finding = new Finding("/count", "at most " + known.size() + " members", number + " members");
            execution.judge(statement, created, Optional.of(finding).filter(f -> number.doubleValue() > known.size()));
        } else {
            execution.notApplicable(statement, "the response to the create shows no count");
        }
    }

    /** Removes all members, the first one by its UUID in upper case. */
    void removeAll(MembersReading object, Operation remove, List<String> known) throws StoppedException {
        String field = MemberFields.single(remove).orElseThrow();
        String first = known.get(0);
        String other = MemberFields.inUpperCase(remove, field, first);
        var inUpperCase = execution.write(REMOVE, remove, object.path(), Map.of(field, other));
        var last = inUpperCase;
        for (String member : known.subList(1, known.size())) {
            last = execution.write(REMOVE, remove, object.path(), Map.of(field, member));
        }
        var statement = Relation.on(REMOVE, remove, Clause.ONE_REMOVED);
        boolean isJudged = inUpperCase.isAcceptedCall()
                && last.isAcceptedCall()
                && object.judgeUpperCase(
                        statement, Relation.on(REMOVE, remove, Clause.UPPER_CASE_ID), first, last, List.of());
        if (!isJudged) {
            var again = execution.write(REMOVE, remove, object.path(), Map.of(field, first));
            if (again.isAcceptedCall()) {
                object.judge(statement, again, List.of());
            }
        }
    }

    /** Adds a mixture to an object with these members, who stay the only ones. */
    void add(MembersReading object, List<String> known) throws StoppedException {
        String repeated = MemberFields.inUpperCase(members.adder(), members.field(), known.get(0));
        var added = execution
                .atOnce(List.of(object.adding(ADD, mixed(known, repeated))))
                .get(0);
        var statement = Relation.on(ADD, members.adder(), Clause.ALL_ADDED);
        if (added.isAcceptedCall()) {
            object.judge(statement, added, known);
            object.judgeCount(Relation.on(COUNT, reader, Clause.MEMBERS_COUNTED), known.size());
        } else {
            execution.notApplicable(statement, "the server refuses to add unknown persons beside known ones");
        }
    }

    private List<String> mixed(List<String> known, String repeated) {
        var mixed = new ArrayList<>(known);
        mixed.add(UnknownIds.UUID);
        mixed.add(repeated);
        execution.target().other().stream()
                .flatMap(other -> other.objects().getOrDefault(members.fixture(), List.of()).stream())
                .limit(1)
                .forEach(mixed::add);
        return mixed;
    }
}
