package dev.core7.conformance.relations;

import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.exchange.Paths;
import dev.core7.conformance.exchange.Purpose;
import dev.core7.conformance.exchange.Request;
import dev.core7.conformance.result.Finding;
import dev.core7.conformance.result.Outcome;
import dev.core7.conformance.spi.Channel;
import dev.core7.conformance.spi.ExhaustedWaits;
import dev.core7.conformance.spi.RetryDelay;
import dev.core7.conformance.spi.SpareObjects;
import dev.core7.conformance.target.Key;
import dev.core7.conformance.target.Keyring;
import dev.core7.conformance.target.Target;
import dev.core7.contract.Json;
import dev.core7.contract.MediaType;
import dev.core7.contract.Operation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Sends the requests of one relation, and collects the outcomes of its statements. */
final class RelationExecution {
    /** For changes that a server may show a little later. */
    private static final Operation.Eventually BRIEF = new Operation.Eventually(Duration.ofMillis(500), 6);

    private final String relation;
    private final Channel channel;
    private final RetryDelay retryDelay;
    private final Map<Relation.Statement, Outcome> outcomes = new HashMap<>();
    private final Map<Relation.Statement, Exchange> exchanges = new HashMap<>();

    RelationExecution(String relation, Channel channel, RetryDelay retryDelay) {
        this.relation = relation;
        this.channel = channel;
        this.retryDelay = retryDelay;
    }

    Target target() {
        return channel.target();
    }

    List<String> fixtures(String name) {
        return channel.fixtures(name);
    }

    /** Every exchange of the run so far. */
    List<Exchange> exchanges() {
        return channel.exchanges();
    }

    /** The objects that earlier relations have left to later ones. */
    SpareObjects spares() {
        return channel.spares();
    }

    /** The text that every object of this relation contains. */
    String mark() {
        return channel.mark(relation);
    }

    /** The text that every object of the run contains. */
    String runMark() {
        return mark().substring(0, mark().lastIndexOf('-'));
    }

    /**
     * Reads until the result is the expected one, or the wait of the operation is over. After an unsuccessful wait, the run does
     * not wait for the same list again.
     *
     * @param otherwise how to wait if the contract does not say it
     */
    <T> T retry(Operation operation, Operation.Eventually otherwise, Relation.Reading<T> reading, Predicate<T> expected)
            throws StoppedException {
        return retry(operation, otherwise, ExhaustedWaits.LATER, reading, expected);
    }

    /** As above; after an unsuccessful wait, the run does not wait for this reason again. */
    <T> T retry(
            Operation operation,
            Operation.Eventually otherwise,
            String reason,
            Relation.Reading<T> reading,
            Predicate<T> expected)
            throws StoppedException {
        var wait = operation.eventually().orElse(otherwise);
        var read = reading.read();
        for (int i = 0; !expected.test(read) && mayRetry(operation, reason, i, wait); i++) {
            read = reading.read();
        }
        return read;
    }

    /** Reads until the result is the expected one, at most for some seconds; other reads of the list still wait. */
    <T> T retryBriefly(Relation.Reading<T> reading, Predicate<T> expected) throws StoppedException {
        var read = reading.read();
        for (int i = 0; i < BRIEF.times() && !expected.test(read) && retryDelay.before(BRIEF.pause()); i++) {
            read = reading.read();
        }
        return read;
    }

    private boolean mayRetry(Operation operation, String reason, int repeated, Operation.Eventually wait) {
        if (!mayWaitFor(operation) || channel.waits().areOver(operation.id(), reason)) {
            return false;
        }
        if (repeated == wait.times()) {
            channel.waits().wasInVain(operation.id(), reason);
            return false;
        }
        return retryDelay.before(wait.pause());
    }

    /** Whether the run still waits for a list that shows changes late. */
    boolean mayWaitFor(Operation operation) {
        return !channel.waits().areOver(operation.id(), ExhaustedWaits.LATER);
    }

    /** Sends the documented request with these parameters and the minimal key. */
    Exchange get(String step, Operation operation, Map<String, String> path, Map<String, String> query)
            throws StoppedException {
        return send(step, operation, path(operation, path) + Paths.query(query), MediaType.JSON, null, key(operation));
    }

    /** Sends a request with this path and query, such as those of a link. */
    Exchange get(String step, Operation operation, String path, String accept, Key key) throws StoppedException {
        return send(step, operation, path, accept, null, key);
    }

    /** Sends a request with this path and query and another key, for another purpose than a step. */
    Exchange get(String step, Operation operation, String path, Purpose purpose, Key key) throws StoppedException {
        return send(caseOf(step, operation, purpose, key), path, MediaType.JSON, null);
    }

    /** Sends a request with this path that must be refused. */
    Exchange writeWithoutScope(
            String step, Operation operation, String path, @Nullable Object body, String scope, Key key)
            throws StoppedException {
        String text = body == null ? null : Json.write(body);
        return send(caseOf(step, operation, new Purpose.LacksScope(scope), key), path, MediaType.JSON, text);
    }

    /** Sends a write with this path and another key. */
    Exchange write(String step, Operation operation, String path, @Nullable Object body, Key key)
            throws StoppedException {
        return send(step, operation, path, MediaType.JSON, body == null ? null : Json.write(body), key);
    }

    /** Sends a request with a JSON body. */
    Exchange write(String step, Operation operation, Map<String, String> path, Object body) throws StoppedException {
        return write(step, operation, path, body, key(operation));
    }

    /** Sends a request with a JSON body and another key. */
    Exchange write(String step, Operation operation, Map<String, String> path, Object body, Key key)
            throws StoppedException {
        return send(step, operation, path(operation, path), MediaType.JSON, Json.write(body), key);
    }

    /** Sends a request without a body. */
    Exchange write(String step, Operation operation, Map<String, String> path) throws StoppedException {
        return send(step, operation, path(operation, path), MediaType.JSON, null, key(operation));
    }

    /** Sends a method without a body that is not documented for the path of an operation, and must be refused. */
    void otherMethod(String step, String method, Operation operation, Map<String, String> path)
            throws StoppedException {
        var sent = caseOf(step, operation, Purpose.OtherMethod.refused(), key(operation));
        var request = new Request(method, path(operation, path), Map.of(), null, sent.key(), "");
        atOnce(List.of(new Channel.Sending(sent, request)));
    }

    /** Sends a request that removes an object; empty {@code body}: it has none. */
    void remove(String step, Operation operation, Map<String, String> path, Optional<String> body)
            throws StoppedException {
        send(step, operation, path(operation, path), MediaType.JSON, body.orElse(null), key(operation));
    }

    private Exchange send(String step, Operation operation, String path, String accept, @Nullable String body, Key key)
            throws StoppedException {
        return send(caseOf(step, operation, new Purpose.Step(), key), path, accept, body);
    }

    private Case caseOf(String step, Operation operation, Purpose purpose, Key key) {
        return Case.of(operation, relation + "." + step, purpose, key);
    }

    /** Sends several requests at the same time; the exchanges have the order of the requests. */
    List<Exchange> atOnce(List<Channel.Sending> requests) throws StoppedException {
        var exchanges = new ArrayList<Exchange>();
        for (Channel.Reply reply : channel.send(requests)) {
            exchanges.add(reply.exchange().orElseThrow(() -> StoppedException.notProven(reply.problem())));
        }
        return exchanges;
    }

    /** The documented request without a body, to be sent later. */
    Channel.Sending reading(String step, Operation operation, Map<String, String> path) throws StoppedException {
        var sent = caseOf(step, operation, new Purpose.Step(), key(operation));
        return sending(sent, path(operation, path), MediaType.JSON, null);
    }

    /** A request with a JSON body, to be sent later. */
    Channel.Sending writing(String step, Operation operation, Map<String, String> path, Object body)
            throws StoppedException {
        return writing(step, operation, path, body, key(operation));
    }

    /** A request with a JSON body and another key, to be sent later. */
    Channel.Sending writing(String step, Operation operation, Map<String, String> path, Object body, Key key) {
        var sent = caseOf(step, operation, new Purpose.Step(), key);
        return sending(sent, path(operation, path), MediaType.JSON, Json.write(body));
    }

    private Exchange send(Case sent, String path, String accept, @Nullable String body) throws StoppedException {
        return atOnce(List.of(sending(sent, path, accept, body))).get(0);
    }

    private Channel.Sending sending(Case sent, String path, String accept, @Nullable String body) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Accept", accept);
        if (body != null) {
            headers.put("Content-Type", MediaType.JSON);
        }
        String mark = body != null && body.contains(mark()) ? mark() : "";
        return new Channel.Sending(sent, new Request(sent.operation().method(), path, headers, body, sent.key(), mark));
    }

    /** The key with the fewest scopes that may call an operation. */
    Key key(Operation operation) throws StoppedException {
        return new Keyring(target())
                .minimal(operation)
                .orElseThrow(() -> StoppedException.notProven(Keyring.missing(operation)));
    }

    /** The path of an operation; {@code own} are the parameters that the target file does not contain. */
    String path(Operation operation, Map<String, String> own) {
        return Paths.fill(Paths.fill(operation.path(), target().parameters()), own);
    }

    /** Removes all outcomes. */
    void reset() {
        outcomes.clear();
        exchanges.clear();
    }

    /** Whether any statement failed. */
    boolean hasFailures() {
        return outcomes.values().stream().anyMatch(Outcome.Failed.class::isInstance);
    }

    /** Whether a statement failed. */
    boolean failed(Relation.Statement statement) {
        return outcomes.get(statement) instanceof Outcome.Failed;
    }

    /** Replaces failures that may not be the fault of the server, except those of the clauses {@code kept}. */
    void excuseFailures(Set<Clause> kept, String reason) {
        outcomes.replaceAll(
                (statement, outcome) -> outcome instanceof Outcome.Failed && !kept.contains(statement.clause())
                        ? new Outcome.NotApplicable(reason)
                        : outcome);
    }

    /** Stores the outcome of a statement; later outcomes do not replace a failure. */
    void judge(Relation.Statement statement, Exchange exchange, Outcome outcome) {
        if (!(outcomes.get(statement) instanceof Outcome.Failed)) {
            outcomes.put(statement, outcome);
            exchanges.put(statement, exchange);
        }
    }

    /** Stores that a statement holds, or the finding that it does not. */
    void judge(Relation.Statement statement, Exchange exchange, Optional<Finding> finding) {
        judge(statement, exchange, Outcome.of(finding.stream().toList()));
    }

    /** Stores that a statement does not apply, unless it already has an outcome. */
    void notApplicable(Relation.Statement statement, String reason) {
        outcomes.putIfAbsent(statement, new Outcome.NotApplicable(reason));
    }

    Optional<Outcome> outcome(Relation.Statement statement) {
        return Optional.ofNullable(outcomes.get(statement));
    }

    Optional<Exchange> exchange(Relation.Statement statement) {
        return Optional.ofNullable(exchanges.get(statement));
    }
}
