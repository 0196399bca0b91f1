package dev.core7.mock.fault;

import dev.core7.mock.Answer;
import dev.core7.mock.Call;
import dev.core7.mock.Defect;
import dev.core7.mock.Refusal;
import dev.core7.mock.Refusal.Reason;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** The forms that defects have. */
final class Defects {
    private Defects() {}

    /** What is granted is answered differently. */
    static Defect onGranted(UnaryOperator<Answer> change) {
        return new Defect() {
            @Override
            public Answer answer(Call call, Optional<Refusal> refusal, Answer answer) {
                return refusal.isEmpty() ? change.apply(answer) : answer;
            }
        };
    }

    /** What is refused for one of these reasons is answered differently. */
    static Defect onRefused(Set<Reason> reasons, UnaryOperator<Answer> change) {
        return new Defect() {
            @Override
            public Answer answer(Call call, Optional<Refusal> refusal, Answer answer) {
                return refusal.isPresent() && reasons.contains(refusal.get().reason()) ? change.apply(answer) : answer;
            }
        };
    }

    /** What would be refused for this reason is granted where the call allows it. */
    static Defect granting(Reason reason, Predicate<Call> allowed) {
        return new Defect() {
            @Override
            public Optional<Refusal> decide(Call call, Optional<Refusal> decision) {
                return decision.filter(refusal -> refusal.reason() != reason || !allowed.test(call));
            }
        };
    }

    /** What would be granted is refused like a key without the scope, unless the call allows it. */
    static Defect refusing(Predicate<Call> allowed, Answer answer) {
        return new Defect() {
            @Override
            public Optional<Refusal> decide(Call call, Optional<Refusal> decision) {
                return decision.isPresent() || allowed.test(call)
                        ? decision
                        : Optional.of(new Refusal(Reason.MISSING_SCOPE, answer));
            }
        };
    }
}
