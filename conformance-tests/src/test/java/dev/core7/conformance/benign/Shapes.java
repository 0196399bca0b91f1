package dev.core7.conformance.benign;

import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Twists of the JSON that is answered. */
final class Shapes {
    private Shapes() {}

    /** Every object of every JSON answer, the innermost first. */
    static Twist objects(UnaryOperator<Map<String, @Nullable Object>> change) {
        return (ask, next) -> {
            var reply = next.apply(ask);
            return reply.isJson() ? reply.withBody(deep(reply.body(), change)) : reply;
        };
    }

    private static @Nullable Object deep(@Nullable Object value, UnaryOperator<Map<String, @Nullable Object>> change) {
        if (value instanceof Map<?, ?> map) {
            var copy = Reply.object(map);
            copy.replaceAll((name, below) -> deep(below, change));
            return change.apply(copy);
        }
        return value instanceof List<?> list
                ? list.stream().map(item -> deep(item, change)).toList()
                : value;
    }

    /** Objects that have that field, which tells their kind, get these. */
    static Twist fields(String kind, Object... pairs) {
        return objects(object -> {
            if (object.containsKey(kind)) {
                object.putAll(Reply.object(pairs));
            }
            return object;
        });
    }

    static Twist without(String... names) {
        return objects(object -> {
            List.of(names).forEach(object::remove);
            return object;
        });
    }

    /** Every text that stands in an answer. */
    static Twist texts(UnaryOperator<String> change) {
        return objects(object -> {
            object.replaceAll((name, value) -> value instanceof String text ? change.apply(text) : value);
            return object;
        });
    }

    /** The text of every JSON answer. */
    static Twist written(Function<@Nullable Object, String> how) {
        return (ask, next) -> {
            var reply = next.apply(ask);
            return reply.isJson() ? reply.withBody(new Reply.Text(how.apply(reply.body()))) : reply;
        };
    }

    /** Every answer that passes the filter. */
    static Twist answers(BiPredicate<Ask, Reply> which, UnaryOperator<Reply> change) {
        return (ask, next) -> {
            var reply = next.apply(ask);
            return which.test(ask, reply) ? change.apply(reply) : reply;
        };
    }

    static Twist errors(UnaryOperator<Reply> change) {
        return answers((ask, reply) -> reply.status() >= 400 && reply.status() != 405, change);
    }
}
