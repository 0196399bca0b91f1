package dev.core7.conformance.flows;

import dev.core7.conformance.run.Behaviour;
import dev.core7.conformance.run.Case;
import dev.core7.conformance.run.Channel;
import dev.core7.conformance.run.Exchange;
import dev.core7.conformance.run.Keyring;
import dev.core7.conformance.run.Level;
import dev.core7.conformance.run.Outcome;
import dev.core7.conformance.run.Purpose;
import dev.core7.conformance.run.Result;
import dev.core7.conformance.run.Unanswered;
import dev.core7.conformance.run.Waiting;
import dev.core7.contract.Contract;
import dev.core7.contract.Operation;
import dev.core7.contract.flow.Clause;
import dev.core7.contract.flow.Criterion;
import dev.core7.contract.flow.Input;
import dev.core7.contract.flow.Scope.MissingValueException;
import dev.core7.contract.flow.Step;
import dev.core7.contract.flow.Workflow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One workflow: its steps are sent one after the other, and each clause of each step becomes a result. */
final class Flow implements Behaviour {
    /** The clause that a step is answered as it has to be; where that fails, the steps after it show nothing. */
    static final String ANSWERED = "step-answered";

    private final Workflow workflow;
    private final Contract contract;
    private final Waiting waiting;

    Flow(Workflow workflow, Contract contract, Waiting waiting) {
        this.workflow = workflow;
        this.contract = contract;
        this.waiting = waiting;
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

    private Operation operation(Step step) {
        return contract.operation(step.operationId()).orElseThrow();
    }

    @Override
    public List<Result> unplayed(Outcome outcome) {
        var results = new ArrayList<Result>();
        workflow.steps().forEach(step -> results.addAll(unjudged(step, outcome)));
        return results;
    }

    /** What a step would have shown; that it is answered is no end in itself. */
    private List<Result> unjudged(Step step, Outcome outcome) {
        return results(step, Optional.empty(), clause -> outcome).stream()
                .filter(result -> !result.check().equals(ANSWERED))
                .toList();
    }

    @Override
    public List<Result> play(Channel channel) {
        var first = workflow.dependsOn().stream().filter(channel::isBroken).findFirst();
        if (first.isPresent()) {
            channel.broke(id());
            return unplayed(new Outcome.NotProven("the flow " + first.get() + " did not come to its end"));
        }
        return new Playing(channel).play();
    }

    /** The results of a step, one for each clause that its criteria show. */
    private List<Result> results(Step step, Optional<Exchange> exchange, Judge judge) {
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
    private interface Judge {
        Outcome outcome(Clause clause);
    }

    private Case sent(Step step, Optional<Channel> channel) {
        var operation = operation(step);
        var key = channel.flatMap(c -> new Keyring(c.target()).least(operation)).orElse(null);
        return Case.of(operation, workflow.id() + "." + step.id(), new Purpose.Step(), key);
    }

    /** The workflow while it is played. */
    private final class Playing {
        private final Channel channel;
        private final Memory memory;
        private final Map<Step, List<Result>> results = new LinkedHashMap<>();
        private Optional<String> stopped = Optional.empty();

        Playing(Channel channel) {
            this.channel = channel;
            this.memory = new Memory(workflow, contract, channel);
        }

        List<Result> play() {
            var steps = workflow.steps();
            for (int i = 0; i < steps.size(); ) {
                int end = i + 1;
                while (steps.get(i).concurrent()
                        && end < steps.size()
                        && steps.get(end).concurrent()) {
                    end++;
                }
                play(steps.subList(i, end));
                i = end;
            }
            stopped.ifPresent(reason -> channel.broke(id()));
            return results.values().stream().flatMap(List::stream).toList();
        }

        /** Plays one step, or several at once. */
        private void play(List<Step> steps) {
            if (stopped.isPresent()) {
                steps.forEach(step -> notProven(step, stopped.get()));
                return;
            }
            var ready = new ArrayList<Step>();
            var requests = new ArrayList<Channel.Sending>();
            for (Step step : steps) {
                try {
                    requests.add(request(step));
                    ready.add(step);
                } catch (MissingValueException e) {
                    leave(step, e);
                    if (setsUp(step) && sent(step, Optional.of(channel)).key() == null) {
                        stopped = Optional.of(String.valueOf(e.getMessage()));
                    }
                }
            }
            var replies = requests.isEmpty() ? List.<Channel.Reply>of() : channel.send(requests);
            for (int i = 0; i < ready.size(); i++) {
                settle(ready.get(i), replies.get(i));
            }
        }

        private Channel.Sending request(Step step) throws MissingValueException {
            for (String need : step.needs()) {
                memory.input(need);
            }
            var sent = sent(step, Optional.of(channel));
            return new Channel.Sending(sent, new StepRequest(sent, step, memory, channel.target()).write());
        }

        private void settle(Step step, Channel.Reply first) {
            try {
                var reply = first;
                var judged = judge(step, reply);
                int repeated = 0;
                while (reply.exchange().isPresent()
                        && isBroken(judged)
                        && step.retry().isPresent()
                        && again(step.retry().get(), repeated++)) {
                    reply = repeat(step, step.retry().get());
                    judged = judge(step, reply);
                }
                results.put(step, judged);
                var unanswered = new MissingValueException(reply.problem());
                reply.exchange()
                        .ifPresentOrElse(
                                exchange -> memory.remember(step, exchange), () -> memory.forget(step, unanswered));
                if (stopped.isEmpty()) {
                    stopped = stops(step, reply, judged);
                }
            } catch (MissingValueException e) {
                leave(step, e);
            }
        }

        /**
         * Why the steps after that one show nothing; empty if they may go on. Without a response nobody knows what a write has
         * changed; what only reads is missed by the steps that use its outputs.
         */
        private Optional<String> stops(Step step, Channel.Reply reply, List<Result> judged) {
            if (reply.exchange().isEmpty()) {
                return operation(step).isSafe() ? Optional.empty() : Optional.of(reply.problem());
            }
            int status = reply.exchange().get().response().status();
            return judged.stream()
                    .filter(result -> result.check().equals(ANSWERED) && result.outcome() instanceof Outcome.Failed)
                    .findFirst()
                    .map(result -> "the step " + step.id() + " before it was answered " + status);
        }

        private static boolean setsUp(Step step) {
            return step.criteria().stream().anyMatch(c -> c.clause().id().equals(ANSWERED));
        }

        private boolean again(Step.Retry retry, int repeated) {
            return repeated < retry.limit() && waiting.before(retry.after());
        }

        /** What the step is answered now, after the one that is repeated before it; where that is silent, so is this. */
        private Channel.Reply repeat(Step step, Step.Retry retry) throws MissingValueException {
            for (Step before : workflow.steps()) {
                if (retry.first().filter(before.id()::equals).isPresent()) {
                    var reply = ask(before);
                    if (reply.exchange().isEmpty()) {
                        return reply;
                    }
                    memory.remember(before, reply.exchange().get());
                    results.put(before, judge(before, reply));
                }
            }
            return ask(step);
        }

        private Channel.Reply ask(Step step) throws MissingValueException {
            return channel.send(List.of(request(step))).get(0);
        }

        private static boolean isBroken(List<Result> judged) {
            return judged.stream().anyMatch(r -> r.outcome() instanceof Outcome.Failed);
        }

        private void notProven(Step step, String reason) {
            results.put(step, unjudged(step, new Outcome.NotProven(reason)));
        }

        /** Notes that a step is not sent for want of a value. */
        private void leave(Step step, MissingValueException reason) {
            memory.forget(step, reason);
            results.put(step, unjudged(step, CriterionJudge.missing(reason)));
        }

        private List<Result> judge(Step step, Channel.Reply reply) {
            return reply.exchange()
                    .map(exchange -> judge(step, exchange))
                    .orElseGet(() -> withoutResponse(step, reply));
        }

        /** Nothing that the step is to show is proven; that it got no response is a failure of its own. */
        private List<Result> withoutResponse(Step step, Channel.Reply reply) {
            var results = new ArrayList<>(unjudged(step, new Outcome.NotProven(reply.problem())));
            reply.unanswered()
                    .filter(Unanswered::isolated)
                    .ifPresent(request -> results.add(new Result(
                            request.sent(),
                            ANSWERED,
                            step.must() ? Level.MUST : Level.SHOULD,
                            "the step is answered",
                            request.judge("a response"),
                            reply.unanswered())));
            return results;
        }

        private List<Result> judge(Step step, Exchange exchange) {
            var answer = memory.seeing(exchange);
            return results(
                    step,
                    Optional.of(exchange),
                    clause -> CriterionJudge.judge(
                            step.criteria().stream()
                                    .filter(c -> c.clause().equals(clause))
                                    .map(Criterion::condition)
                                    .toList(),
                            exchange,
                            answer));
        }
    }
}
