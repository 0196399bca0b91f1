package dev.core7.conformance.relations;

import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.result.Finding;
import dev.core7.conformance.spi.Channel;
import dev.core7.conformance.spi.RetryDelay;
import dev.core7.contract.Contract;
import dev.core7.contract.Json;
import dev.core7.contract.Operation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Adds two members to one object at the same time, and reads the list of its members. */
final class MembersAtOnce extends Relation {
    private static final int MEMBERS = 2;

    private final ListOperation list;
    private final ListUnderTest.Members members;
    private final Operation reader;

    MembersAtOnce(ListOperation list, ListUnderTest.Members members, Operation reader, RetryDelay retryDelay) {
        super("at-once-" + list.name(), retryDelay);
        this.list = list;
        this.members = members;
        this.reader = reader;
    }

    /** One for each list of members that the run can fill. */
    static List<MembersAtOnce> of(Contract contract, RetryDelay retryDelay) {
        var all = new ArrayList<MembersAtOnce>();
        for (ListOperation list : ListOperation.all(contract)) {
            ListUnderTest.members(list, contract)
                    .ifPresent(members -> members.creator().success().links().stream()
                            .flatMap(link -> contract.operation(link.operationId()).stream())
                            .filter(operation -> operation.isSafe()
                                    && list.operation().path().startsWith(operation.path())
                                    && !operation.equals(list.operation()))
                            .findFirst()
                            .ifPresent(reader -> all.add(new MembersAtOnce(list, members, reader, retryDelay))));
        }
        return all;
    }

    @Override
    public List<Operation> operations() {
        return List.of(members.creator(), members.adder(), list.operation(), reader);
    }

    @Override
    List<Statement> statements() {
        return List.of(new Statement("add", members.adder(), Clause.BOTH_ADDED));
    }

    @Override
    void play(RelationExecution execution) throws StoppedException {
        var adder = members.adder();
        String field = ListUnderTest.Members.field(adder).orElseThrow();
        String fixture = ListUnderTest.Members.fixture(adder, field);
        var own = execution.fixtures(fixture).stream().limit(MEMBERS).toList();
        if (own.size() < MEMBERS) {
            throw StoppedException.notApplicable(
                    "it needs two members: add " + MEMBERS + " ids under fixtures." + fixture + " in the target file");
        }
        String id = ObjectCreator.create(execution, members.creator(), execution.mark(), 0);
        var path = Map.of(members.parameter(), id);
        var requests = new ArrayList<Channel.Sending>();
        for (String member : own) {
            requests.add(execution.writing("add", adder, path, Map.of(field, List.of(member))));
        }
        var added = execution.atOnce(requests);
        if (!added.stream().allMatch(Exchange::isAcceptedCall)) {
            throw StoppedException.notApplicable("the server did not accept both requests");
        }
        judge(execution, path, own, added.get(1));
    }

    /** Reads the members until both are shown. A count of both proves that the list is only late. */
    private void judge(RelationExecution execution, Map<String, String> path, List<String> own, Exchange added)
            throws StoppedException {
        var eventually = list.operation().eventually();
        int retries = eventually.map(Operation.Eventually::times).orElse(0);
        var pause = eventually.map(Operation.Eventually::pause).orElse(Duration.ZERO);
        boolean waits = execution.mayWaitFor(list.operation());
        var shown = members(execution, path, own);
        for (int i = 0; !shown.containsAll(own) && execution.mayRetry(list.operation(), i, retries, pause); i++) {
            shown = members(execution, path, own);
        }
        var statement = new Statement("add", members.adder(), Clause.BOTH_ADDED);
        if (shown.containsAll(own)) {
            execution.judge(statement, added, Optional.empty());
        } else if (eventually.isPresent() && (!waits || counts(execution, path) == own.size())) {
            throw StoppedException.notProven("the list of " + list.operation().id() + " does not show new members yet:"
                    + " run the suite again when the server is less busy");
        } else {
            var finding = new Finding("members of " + list.operation().id(), own.toString(), shown.toString());
            execution.judge(statement, added, Optional.of(finding));
        }
    }

    private List<String> members(RelationExecution execution, Map<String, String> path, List<String> own)
            throws StoppedException {
        var exchange = execution.get("members", list.operation(), path, Map.of());
        return Page.of(exchange, list.results())
                .orElseThrow(() -> StoppedException.notApplicable("the list was not returned: see status-code"))
                .ids(own);
    }

    /** The number of members according to the object; -1: unknown. */
    private int counts(RelationExecution execution, Map<String, String> path) throws StoppedException {
        var exchange = execution.get("retrieve", reader, path, Map.of());
        try {
            return exchange.isAcceptedCall()
                            && exchange.response().json() instanceof Map<?, ?> body
                            && body.get("count") instanceof Number count
                    ? count.intValue()
                    : -1;
        } catch (Json.NotJsonException e) {
            return -1;
        }
    }
}
