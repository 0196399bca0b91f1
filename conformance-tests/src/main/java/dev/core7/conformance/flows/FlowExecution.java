package dev.core7.conformance.flows;

import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.exchange.Unanswered;
import dev.core7.conformance.result.Level;
import dev.core7.conformance.result.Outcome;
import dev.core7.conformance.result.Result;
import dev.core7.conformance.spi.Channel;
import dev.core7.conformance.spi.RetryDelay;
import dev.core7.contract.flow.Criterion;
import dev.core7.contract.flow.Scope.MissingValueException;
import dev.core7.contract.flow.Step;
import dev.core7.contract.flow.Workflow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A workflow while it is played. */
final class FlowExecution {
    private final Flow flow;
    private final Workflow workflow;
    private final Channel channel;
    private final RetryDelay waiting;
    private final FlowState memory;
    private final Map<Step, List<Result>> results = new LinkedHashMap<>();
    private Optional<String> stopped = Optional.empty();

    FlowExecution(Flow flow, Channel channel, RetryDelay waiting) {
        this.flow = flow;
        this.workflow = flow.workflow();
        this.channel = channel;
        this.waiting = waiting;
        this.memory = new FlowState(workflow, flow.contract(), channel);
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
        stopped.ifPresent(reason -> channel.broke(flow.id()));
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
                if (setsUp(step) && flow.sent(step, Optional.of(channel)).key() == null) {
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
        if (step.onlyIf().isPresent() && !step.onlyIf().get().condition().holds(memory)) {
            throw new MissingValueException(step.onlyIf().get().because(), true);
        }
        var sent = flow.sent(step, Optional.of(channel));
        return new Channel.Sending(sent, new StepRequest(sent, step, memory, channel.target()).write());
    }

    private void settle(Step step, Channel.Reply first) {
        try {
            var reply = first;
            var judged = judge(step, reply);
            if (step.retry().isPresent() && reply.exchange().isPresent() && isBroken(judged)) {
                var retry = step.retry().get();
                for (int i = 0; reply.exchange().isPresent() && isBroken(judged) && again(step, retry, i); i++) {
                    reply = repeat(step, retry);
                    judged = judge(step, reply);
                }
                judged = afterWaiting(retry, judged);
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
            return flow.operation(step).isSafe() ? Optional.empty() : Optional.of(reply.problem());
        }
        int status = reply.exchange().get().response().status();
        return failsToAnswer(judged).map(result -> "the step " + step.id() + " before it was answered " + status);
    }

    private static Optional<Result> failsToAnswer(List<Result> judged) {
        return judged.stream()
                .filter(result -> result.check().equals(Flow.ANSWERED) && result.outcome() instanceof Outcome.Failed)
                .findFirst();
    }

    private static boolean setsUp(Step step) {
        return step.criteria().stream().anyMatch(c -> c.clause().id().equals(Flow.ANSWERED));
    }

    /** Whether a step is sent again; what was waited for in vain is not waited for a second time. */
    private boolean again(Step step, Step.Retry retry, int repeated) {
        if (channel.waits().areOver(step.operationId(), retry.name())) {
            return false;
        }
        if (repeated == retry.limit()) {
            channel.waits().wasInVain(step.operationId(), retry.name());
            return false;
        }
        return waiting.before(retry.after());
    }

    /** What broke after the last repetition is not proven if the server shows that it is still working, nor is what follows. */
    private List<Result> afterWaiting(Step.Retry retry, List<Result> judged) {
        if (!isBroken(judged) || failsToAnswer(judged).isPresent()) {
            return judged;
        }
        var working = retry.stillWorking().flatMap(this::stillWorking);
        if (working.isEmpty()) {
            return judged;
        }
        String reason = "the time to wait was over while the server was still working: " + working.get();
        stopped = Optional.of(reason);
        return judged.stream()
                .map(result -> result.outcome() instanceof Outcome.Failed
                        ? result.with(new Outcome.NotProven(reason))
                        : result)
                .toList();
    }

    /** What shows that the server needs more time; empty if nothing does. */
    private Optional<String> stillWorking(Step.StillWorking sign) {
        try {
            var exchange = ask(workflow.step(sign.step())).exchange();
            if (exchange.isPresent() && sign.condition().holds(memory.seeing(exchange.get()))) {
                return Optional.of(exchange.get().request().path() + " has "
                        + sign.condition().actual(memory.seeing(exchange.get())));
            }
        } catch (MissingValueException e) {
            // A server that does not show the value that is compared shows no work.
        }
        return Optional.empty();
    }

    /** What the step is answered now, after the one that is repeated before it; where that is silent, so is this. */
    private Channel.Reply repeat(Step step, Step.Retry retry) throws MissingValueException {
        if (retry.first().isPresent()) {
            var before = workflow.step(retry.first().get());
            var reply = ask(before);
            if (reply.exchange().isEmpty()) {
                return reply;
            }
            memory.remember(before, reply.exchange().get());
            results.put(before, judge(before, reply));
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
        results.put(step, flow.unjudged(step, new Outcome.NotProven(reason)));
    }

    /** Notes that a step is not sent for want of a value. */
    private void leave(Step step, MissingValueException reason) {
        memory.forget(step, reason);
        results.put(step, flow.unjudged(step, CriterionJudge.missing(reason)));
    }

    private List<Result> judge(Step step, Channel.Reply reply) {
        return reply.exchange().map(exchange -> judge(step, exchange)).orElseGet(() -> withoutResponse(step, reply));
    }

    /** Nothing that the step is to show is proven; that it got no response is a failure of its own. */
    private List<Result> withoutResponse(Step step, Channel.Reply reply) {
        var judged = new ArrayList<>(flow.unjudged(step, new Outcome.NotProven(reply.problem())));
        reply.unanswered()
                .filter(Unanswered::isolated)
                .ifPresent(request -> judged.add(new Result(
                        request.sent(),
                        Flow.ANSWERED,
                        step.must() ? Level.MUST : Level.SHOULD,
                        "the step is answered",
                        Outcome.withoutResponse(request, "a response"),
                        reply.unanswered())));
        return judged;
    }

    private List<Result> judge(Step step, Exchange exchange) {
        var answer = memory.seeing(exchange);
        return flow.results(
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
