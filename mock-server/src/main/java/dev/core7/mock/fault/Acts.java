package dev.core7.mock.fault;

import dev.core7.mock.Defect;
import dev.core7.mock.state.Action;
import dev.core7.mock.state.Kept;
import dev.core7.mock.state.Page;
import dev.core7.mock.state.Reply;
import dev.core7.mock.state.Resource;
import dev.core7.mock.state.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The forms that defects have which interfere with the state. */
final class Acts {
    static final String ID = "id";

    private Acts() {}

    /** A request is taken for another one. */
    static Defect rerouted(BiFunction<Action, State, Action> other) {
        return new Defect() {
            @Override
            public Action reroute(Action action, State state) {
                return other.apply(action, state);
            }
        };
    }

    /** A granted request is carried out in another way. */
    static Defect instead(BiFunction<Action, State, Optional<Reply>> act) {
        return new Defect() {
            @Override
            public Optional<Reply> carryOut(Action action, State state) {
                return act.apply(action, state);
            }
        };
    }

    /** A request is answered as it should be, and nothing is kept of it. */
    static Defect forgotten() {
        return instead((action, state) -> {
            var before = state.store().copy();
            var reply = state.answer(action);
            state.store().restore(before);
            return reply;
        });
    }

    /** A list shows another page. */
    static Defect paged(BiFunction<Page, Action, Page> change) {
        return instead((action, state) -> {
            var page = state.page(action, state.matching(action));
            return Optional.of(state.show(change.apply(page, action), action));
        });
    }

    /** A list shows the pages of other objects. */
    static Defect listed(BiFunction<Action, State, List<Kept>> all) {
        return instead((action, state) ->
                Optional.of(state.show(state.page(action, all.apply(action, state)), action)));
    }

    /** What was written becomes something else, in what is kept and in the answer, which tells the id. */
    static Defect rewritten(Function<Action, Function<Kept, Kept>> change) {
        return instead((action, state) -> state.answer(action)
                .map(reply -> written(reply, action, state)
                        .map(written -> {
                            var other = change.apply(action).apply(written);
                            state.store().remove(state.shelf(action), written.id());
                            state.store().put(state.shelf(action), other);
                            return changed(reply, written, other);
                        })
                        .orElse(reply)));
    }

    /** The object of which a reply tells. */
    static Optional<Kept> written(Reply reply, Action action, State state) {
        return state.store().find(state.shelf(action), String.valueOf(reply.get(ID)));
    }

    private static Reply changed(Reply reply, Kept before, Kept after) {
        var changed = reply;
        for (var field : after.fields().entrySet()) {
            if (!Objects.equals(before.fields().get(field.getKey()), field.getValue())) {
                changed = changed.with(field.getKey(), field.getValue());
            }
        }
        return changed;
    }

    /** A request is carried out as it should be, and then something else is done. */
    static Defect afterwards(BiConsumer<Action, State> act) {
        return instead((action, state) -> {
            var reply = state.answer(action);
            act.accept(action, state);
            return reply;
        });
    }

    /** The same request about the youngest object of the same kind and place that it is not about; itself: there is none. */
    static Action another(Action action, State state, Resource resource) {
        var others = new ArrayList<>(state.store().all(state.shelf(action)));
        state.object(action).ifPresent(others::remove);
        return others.isEmpty()
                ? action
                : about(action, resource, others.get(others.size() - 1).id());
    }

    /** The same request about the object of that id. */
    static Action about(Action action, Resource resource, String id) {
        return resource.id()
                .map(parameter -> action.withPath(parameter.name(), id))
                .orElse(action);
    }
}
