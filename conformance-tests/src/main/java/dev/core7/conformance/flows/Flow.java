package dev.core7.conformance.flows;

import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.exchange.Purpose;
import dev.core7.conformance.result.Level;
import dev.core7.conformance.result.Outcome;
import dev.core7.conformance.result.Result;
import dev.core7.conformance.spi.Behaviour;
import dev.core7.conformance.spi.Channel;
import dev.core7.conformance.spi.RetryDelay;
import dev.core7.conformance.target.Keyring;
import dev.core7.contract.Contract;
import dev.core7.contract.Operation;
import dev.core7.contract.flow.Clause;
import dev.core7.contract.flow.Input;
import dev.core7.contract.flow.Step;
import dev.core7.contract.flow.Workflow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** A workflow as a behaviour of a run: its steps are sent in order, and each clause of each step becomes a result. */
final class Flow implements Behaviour {
    /** The clause that a step gets the documented response. If it fails, the following steps are not sent. */
    static final String ANSWERED = "step-answered";

    private final Workflow workflow;
    private final Contract contract;
    private final RetryDelay waiting;

    Flow(Workflow workflow, Contract contract, RetryDelay waiting) {
        this.workflow = workflow;
        this.contract = contract;
        this.waiting = waiting;
    }

    Workflow workflow() {
        return workflow;
    }

    Contract contract() {
        return contract;
    }

    @Override
    public String id() {
        return workflow.id();
    }

    @Override
    public List<Operation> operations() {
        return workflow.steps().stream().map(this::operation).distinct().toList();
    }

    @Override
    public List<Operation> looksInto() {
        return workflow.steps().stream()
                .flatMap(step -> step.inputs().stream())
                .flatMap(name -> workflow.input(name).flatMap(Input::find).stream())
                .flatMap(find -> contract.operation(find.operationId()).stream())
                .distinct()
                .toList();
    }

    @Override
    public List<String> dependsOn() {
        return workflow.dependsOn();
    }

    Operation operation(Step step) {
        return contract.operation(step.operationId()).orElseThrow();
    }

    @Override
    public List<Result> unplayed(Outcome outcome) {
        var results = new ArrayList<Result>();
        workflow.steps().forEach(step -> results.addAll(unjudged(step, outcome)));
        return results;
    }

    /**
     * Returns the results of a step that was not judged. They do not include {@link #ANSWERED}, which only prepares later steps, unless
     * the flow has no other clause because laws judge its objects.
     */
    List<Result> unjudged(Step step, Outcome outcome) {
        return results(step, Optional.empty(), clause -> outcome).stream()
                .filter(result -> onlyPrepares() || !result.check().equals(ANSWERED))
                .toList();
    }

    private boolean onlyPrepares() {
        return workflow.steps().stream()
                .flatMap(step -> step.criteria().stream())
                .allMatch(criterion -> criterion.clause().id().equals(ANSWERED));
    }

    @Override
    public List<Result> play(Channel channel) {
        var first = workflow.dependsOn().stream().filter(channel::isBroken).findFirst();
        if (first.isPresent()) {
            channel.broke(id());
            return unplayed(new Outcome.NotProven(
                    "flow `" + first.get() + "` did not finish: see why its steps failed or are not proven"));
        }
        return new FlowExecution(this, channel, waiting).play();
    }

    /** Returns the results of a step, one for each clause of its criteria. */
    List<Result> results(Step step, Optional<Exchange> exchange, Judge judge) {
        var clauses = new LinkedHashMap<Clause, Outcome>();
        step.criteria().forEach(c -> clauses.computeIfAbsent(c.clause(), judge::outcome));
        var results = new ArrayList<Result>();
        clauses.forEach((clause, outcome) -> results.add(new Result(
                exchange.map(Exchange::sent).orElseGet(() -> sent(step, Optional.empty())),
                clause.id(),
                clause.must() ? Level.MUST : Level.SHOULD,
                clause.says() + (step.description().isEmpty() ? "" : " (" + step.description() + ")"),
                outcome,
                exchange)));
        return results;
    }

    @FunctionalInterface
    interface Judge {
        Outcome outcome(Clause clause);
    }

    /** Returns the case of a step; without a channel, it has no key. */
    Case sent(Step step, Optional<Channel> channel) {
        var operation = operation(step);
        var key =
                channel.flatMap(c -> new Keyring(c.target()).minimal(operation)).orElse(null);
        return Case.of(operation, workflow.id() + "." + step.id(), new Purpose.Step(), key);
    }
}
