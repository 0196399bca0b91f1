package dev.core7.conformance.benign;

import java.util.function.Function;

/** One thing that a server does otherwise. */
@FunctionalInterface
interface Twist {
    /** As PostHog does it. */
    Twist NONE = (ask, next) -> next.apply(ask);

    Reply answer(Ask ask, Function<Ask, Reply> next);

    /** This one outside, that one inside. */
    default Twist and(Twist inner) {
        return (ask, next) -> answer(ask, a -> inner.answer(a, next));
    }
}
