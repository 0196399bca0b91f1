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

/** Executes a workflow: sends its steps, repeats them while a retry allows it, and judges the responses. */
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

    /** Executes one step, or several concurrent steps. */
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
     * Returns why the following steps cannot be sent; empty if they can. Without a response, it is unknown what a write has
     * changed. A read without a response affects only the steps that use its outputs.
     */
    private Optional<String> stops(Step step, Channel.Reply reply, List<Result> judged) {
        if (reply.exchange().isEmpty()) {
            return flow.operation(step).isSafe() ? Optional.empty() : Optional.of(reply.problem());
        }
        int status = reply.exchange().get().response().status();
        return failsToAnswer(judged)
                .map(result ->
                        "step `" + step.id() + "` before it got status " + status + ": see why that step failed");
    }

    private static Optional<Result> failsToAnswer(List<Result> judged) {
        return judged.stream()
                .filter(result -> result.check().equals(Flow.ANSWERED) && result.outcome() instanceof Outcome.Failed)
                .findFirst();
    }

    private static boolean setsUp(Step step) {
        return step.criteria().stream().anyMatch(c -> c.clause().id().equals(Flow.ANSWERED));
    }

    /** Returns whether to repeat a step. After an unsuccessful wait, later steps do not wait for the same reason again. */
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

    /** Returns the results after the last repetition. Failures, and the following steps, are not proven if the server is still working. */
    private List<Result> afterWaiting(Step.Retry retry, List<Result> judged) {
        boolean never = waiting == RetryDelay.NEVER; // as in a plan, where no server could still be working
        if (never || !isBroken(judged) || failsToAnswer(judged).isPresent()) {
            return judged;
        }
        var working = retry.stillWorking().flatMap(this::stillWorking);
        if (working.isEmpty()) {
            return judged;
        }
        String reason = "the server is still working after the last repetition: " + working.get()
                + "; run again when it has finished";
        stopped = Optional.of(reason);
        return judged.stream()
                .map(result -> result.outcome() instanceof Outcome.Failed
                        ? result.with(new Outcome.NotProven(reason))
                        : result)
                .toList();
    }

    /** Returns the sign that the server needs more time; empty if there is none. */
    private Optional<String> stillWorking(Step.StillWorking sign) {
        try {
            var exchange = ask(workflow.step(sign.step())).exchange();
            if (exchange.isPresent() && sign.condition().holds(memory.seeing(exchange.get()))) {
                return Optional.of(exchange.get().request().path() + " shows that "
                        + sign.condition().statement(memory.seeing(exchange.get())));
            }
        } catch (MissingValueException e) {
            // Without the value that the condition compares, there is no sign of work.
        }
        return Optional.empty();
    }

    /** Sends a step again, after the step that the retry names. Returns the reply of that step if it got no response. */
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

    /** Records that a step is not sent because a value is missing. */
    private void leave(Step step, MissingValueException reason) {
        memory.forget(step, reason);
        results.put(step, flow.unjudged(step, CriterionJudge.missing(reason)));
    }

    private List<Result> judge(Step step, Channel.Reply reply) {
        return reply.exchange().map(exchange -> judge(step, exchange)).orElseGet(() -> withoutResponse(step, reply));
    }

    /** Returns results that are not proven, and a failure if the missing response is the fault of the operation. */
    private List<Result> withoutResponse(Step step, Channel.Reply reply) {
        var judged = new ArrayList<>(flow.unjudged(step, new Outcome.NotProven(reply.problem())));
        reply.unanswered().filter(Unanswered::othersResponded).ifPresent(request -> {
            judged.removeIf(result -> result.check().equals(Flow.ANSWERED));
            judged.add(new Result(
                    request.sent(),
                    Flow.ANSWERED,
                    step.must() ? Level.MUST : Level.SHOULD,
                    "the step gets a response",
                    Outcome.withoutResponse(request, "a response"),
                    reply.unanswered()));
        });
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
