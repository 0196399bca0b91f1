package dev.core7.conformance.relations;

import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.exchange.Purpose;
import dev.core7.conformance.result.Outcome;
import dev.core7.conformance.result.Result;
import dev.core7.conformance.spi.Behaviour;
import dev.core7.conformance.spi.Channel;
import dev.core7.conformance.spi.RetryDelay;
import dev.core7.conformance.target.Keyring;
import dev.core7.contract.Operation;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A behaviour whose statements are known before its first request; each becomes one result. */
abstract class Relation implements Behaviour {
    private static final Outcome NOT_SHOWN = new Outcome.NotApplicable("no response can show it");

    private final String id;
    private final RetryDelay retryDelay;
    private final List<String> dependsOn;

    /** @param id in kebab-case; the names of the cases start with it */
    Relation(String id, RetryDelay retryDelay) {
        this(id, retryDelay, List.of());
    }

    /** @param dependsOn the ids of the relations that may leave objects to this one; they stay in one shard */
    Relation(String id, RetryDelay retryDelay, List<String> dependsOn) {
        this.id = id;
        this.retryDelay = retryDelay;
        this.dependsOn = dependsOn;
    }

    /**
     * A clause that this relation judges.
     *
     * @param step the name of the request that shows whether it holds
     */
    record Statement(String step, Operation operation, Clause clause) {}

    static Statement on(String step, Operation operation, Clause clause) {
        return new Statement(step, operation, clause);
    }

    /** The statements in the order of the results; they depend only on the contract. */
    abstract List<Statement> statements();

    /** Sends the requests and judges the statements. Those without an outcome get that of the exception. */
    abstract void play(RelationExecution execution) throws StoppedException;

    @Override
    public final String id() {
        return id;
    }

    @Override
    public List<String> dependsOn() {
        return dependsOn;
    }

    @Override
    public final List<Result> play(Channel channel) {
        var execution = new RelationExecution(id, channel, retryDelay);
        var rest = NOT_SHOWN;
        try {
            play(execution);
        } catch (StoppedException e) {
            rest = e.outcome();
        } catch (RuntimeException e) {
            rest = new Outcome.NotProven("bug in the relation " + id + " of the kit, please report it: " + e);
        }
        var left = rest;
        return results(
                channel,
                statement -> execution.outcome(statement).orElse(left),
                statement -> execution.exchange(statement));
    }

    @Override
    public final List<Result> unplayed(Outcome outcome) {
        return statements().stream()
                .map(statement -> result(statement, caseOf(statement, Optional.empty()), outcome, Optional.empty()))
                .toList();
    }

    private List<Result> results(
            Channel channel, Function<Statement, Outcome> outcome, Function<Statement, Optional<Exchange>> exchange) {
        return statements().stream()
                .map(statement -> {
                    var shown = exchange.apply(statement);
                    var sent = shown.map(Exchange::sent).orElseGet(() -> caseOf(statement, Optional.of(channel)));
                    return result(statement, sent, outcome.apply(statement), shown);
                })
                .toList();
    }

    private static Result result(Statement statement, Case sent, Outcome outcome, Optional<Exchange> exchange) {
        var clause = statement.clause();
        return new Result(sent, clause.id(), clause.level(), clause.text(), outcome, exchange);
    }

    private Case caseOf(Statement statement, Optional<Channel> channel) {
        var key = channel.flatMap(c -> new Keyring(c.target()).minimal(statement.operation()))
                .orElse(null);
        return Case.of(statement.operation(), id + "." + statement.step(), new Purpose.Step(), key);
    }

    /** Reads something from responses. */
    @FunctionalInterface
    interface Reading<T> {
        T read() throws StoppedException;
    }
}
