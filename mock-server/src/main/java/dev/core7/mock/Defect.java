package dev.core7.mock;

import dev.core7.mock.state.Action;
import dev.core7.mock.state.Reply;
import dev.core7.mock.state.State;
import java.util.Optional;

/** What a fault does to requests, one method for each place where it can interfere; by itself nothing. */
public interface Defect {
    /**
     * Decides whether a request is refused, after key and scope were looked at, and again after object and body were.
     *
     * @param decision what the mock would decide without this defect; empty: the request is granted
     */
    default Optional<Refusal> decide(Call call, Optional<Refusal> decision) {
        return decision;
    }

    /**
     * Changes an answer before it is sent.
     *
     * @param refusal why the request is refused; empty: it is granted
     */
    default Answer answer(Call call, Optional<Refusal> refusal, Answer answer) {
        return answer;
    }

    /**
     * Leads a request elsewhere before the state sees it: to other parameters, other fields, another object. Only a mock
     * that keeps state asks.
     */
    default Action reroute(Action action, State state) {
        return action;
    }

    /**
     * Carries a granted request out. Only a mock that keeps state asks.
     *
     * @return nothing: the contract's example is the answer
     */
    default Optional<Reply> carryOut(Action action, State state) {
        return state.answer(action);
    }

    /** The same defect, in one operation only. */
    default Defect in(String operationId) {
        var everywhere = this;
        return new Defect() {
            @Override
            public Optional<Refusal> decide(Call call, Optional<Refusal> decision) {
                return call.calls(operationId) ? everywhere.decide(call, decision) : decision;
            }

            @Override
            public Answer answer(Call call, Optional<Refusal> refusal, Answer answer) {
                return call.calls(operationId) ? everywhere.answer(call, refusal, answer) : answer;
            }

            @Override
            public Action reroute(Action action, State state) {
                return action.operation().id().equals(operationId) ? everywhere.reroute(action, state) : action;
            }

            @Override
            public Optional<Reply> carryOut(Action action, State state) {
                return action.operation().id().equals(operationId)
                        ? everywhere.carryOut(action, state)
                        : state.answer(action);
            }
        };
    }
}
