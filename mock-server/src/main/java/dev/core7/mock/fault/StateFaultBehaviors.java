package dev.core7.mock.fault;

import dev.core7.mock.handler.FaultBehavior;
import dev.core7.mock.state.Action;
import dev.core7.mock.state.Page;
import dev.core7.mock.state.Resource;
import dev.core7.mock.state.State;
import dev.core7.mock.state.StateResponse;
import dev.core7.mock.state.StoredObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Creates behaviors that interfere with the stored objects. */
final class StateFaultBehaviors {
    static final String ID = "id";

    private StateFaultBehaviors() {}

    /** Replaces a request by another one. */
    static FaultBehavior rerouted(BiFunction<Action, State, Action> other) {
        return new FaultBehavior() {
            @Override
            public Action reroute(Action action, State state) {
                return other.apply(action, state);
            }
        };
    }

    /** Carries out a request in another way. */
    static FaultBehavior instead(BiFunction<Action, State, Optional<StateResponse>> act) {
        return new FaultBehavior() {
            @Override
            public Optional<StateResponse> carryOut(Action action, State state) {
                return act.apply(action, state);
            }
        };
    }

    /** Responds correctly, but stores nothing. */
    static FaultBehavior forgotten() {
        return instead((action, state) -> {
            var before = state.store().copy();
            var reply = state.respond(action);
            state.store().restore(before);
            return reply;
        });
    }

    /** Changes the page of a list. */
    static FaultBehavior paged(BiFunction<Page, Action, Page> change) {
        return instead((action, state) -> {
            var page = state.page(action, state.matching(action));
            return Optional.of(state.show(change.apply(page, action), action));
        });
    }

    /** Lists other objects. */
    static FaultBehavior listed(BiFunction<Action, State, List<StoredObject>> all) {
        return instead((action, state) ->
                Optional.of(state.show(state.page(action, all.apply(action, state)), action)));
    }

    /** Changes an object after it is written, in the store and in the response, which must contain the id. */
    static FaultBehavior rewritten(Function<Action, Function<StoredObject, StoredObject>> change) {
        return instead((action, state) -> state.respond(action)
                .map(reply -> written(reply, action, state)
                        .map(written -> {
                            var other = change.apply(action).apply(written);
                            state.store().remove(state.collection(action), written.id());
                            state.store().put(state.collection(action), other);
                            return changed(reply, written, other);
                        })
                        .orElse(reply)));
    }

    /** Returns the stored object that a response shows. */
    static Optional<StoredObject> written(StateResponse reply, Action action, State state) {
        return state.store().find(state.collection(action), String.valueOf(reply.get(ID)));
    }

    private static StateResponse changed(StateResponse reply, StoredObject before, StoredObject after) {
        var changed = reply;
        for (var field : after.fields().entrySet()) {
            if (!Objects.equals(before.fields().get(field.getKey()), field.getValue())) {
                changed = changed.with(field.getKey(), field.getValue());
            }
        }
        return changed;
    }

    /** Carries out a request correctly and then does something else. */
    static FaultBehavior afterwards(BiConsumer<Action, State> act) {
        return instead((action, state) -> {
            var reply = state.respond(action);
            act.accept(action, state);
            return reply;
        });
    }

    /** Returns the request for the newest other object of its collection, or the request itself if there is none. */
    static Action another(Action action, State state, Resource resource) {
        var others = new ArrayList<>(state.store().all(state.collection(action)));
        state.object(action).ifPresent(others::remove);
        return others.isEmpty()
                ? action
                : about(action, resource, others.get(others.size() - 1).id());
    }

    /** Returns the request for another object id. */
    static Action about(Action action, Resource resource, String id) {
        return resource.id()
                .map(parameter -> action.withPath(parameter.name(), id))
                .orElse(action);
    }
}
