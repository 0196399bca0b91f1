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
    static FaultBehavior changingRequest(BiFunction<Action, State, Action> change) {
        return new FaultBehavior() {
            @Override
            public Action reroute(Action action, State state) {
                return change.apply(action, state);
            }
        };
    }

    /** Removes one field from a request. */
    static FaultBehavior ignoringField(String field) {
        return changingRequest((action, state) -> action.withoutField(field));
    }

    /** Carries out a request in another way. */
    static FaultBehavior carryingOut(BiFunction<Action, State, Optional<StateResponse>> execution) {
        return new FaultBehavior() {
            @Override
            public Optional<StateResponse> carryOut(Action action, State state) {
                return execution.apply(action, state);
            }
        };
    }

    /** Responds correctly, but stores nothing. */
    static FaultBehavior storingNothing() {
        return carryingOut(StateFaultBehaviors::respondOnly);
    }

    /** Returns the response to a request without storing its effects. */
    static Optional<StateResponse> respondOnly(Action action, State state) {
        var before = state.store().copy();
        var response = state.respond(action);
        state.store().restore(before);
        return response;
    }

    /** Changes the page of a list. */
    static FaultBehavior changingPage(BiFunction<Page, Action, Page> change) {
        return carryingOut((action, state) -> {
            var page = state.page(action, state.matching(action));
            return Optional.of(state.show(change.apply(page, action), action));
        });
    }

    /** Lists other objects. */
    static FaultBehavior listing(BiFunction<Action, State, List<StoredObject>> objects) {
        return carryingOut((action, state) ->
                Optional.of(state.show(state.page(action, objects.apply(action, state)), action)));
    }

    /** Changes an object after it is written, in the store and in the response, which must contain the id. */
    static FaultBehavior changingStoredObject(BiFunction<StoredObject, Action, StoredObject> change) {
        return carryingOut((action, state) -> state.respond(action)
                .map(response -> storedObject(response, action, state)
                        .map(object -> {
                            var changed = change.apply(object, action);
                            state.store().remove(state.collection(action), object.id());
                            state.store().put(state.collection(action), changed);
                            return withChanges(response, object, changed);
                        })
                        .orElse(response)));
    }

    /** Returns the stored object that a response shows. */
    static Optional<StoredObject> storedObject(StateResponse response, Action action, State state) {
        return state.store().find(state.collection(action), String.valueOf(response.get(ID)));
    }

    private static StateResponse withChanges(StateResponse response, StoredObject before, StoredObject after) {
        var changed = response;
        for (var field : after.fields().entrySet()) {
            if (!Objects.equals(before.fields().get(field.getKey()), field.getValue())) {
                changed = changed.with(field.getKey(), field.getValue());
            }
        }
        return changed;
    }

    /** Carries out a request correctly and then changes the requested object; an empty result removes it. */
    static FaultBehavior changingAfterwards(Function<StoredObject, Optional<StoredObject>> change) {
        return carryingOut((action, state) -> {
            var response = state.respond(action);
            state.object(action).ifPresent(object -> {
                var collection = state.collection(action);
                change.apply(object)
                        .ifPresentOrElse(
                                changed -> state.store().put(collection, changed),
                                () -> state.store().remove(collection, object.id()));
            });
            return response;
        });
    }

    /** Carries out a request correctly and then does something else. */
    static FaultBehavior thenDoing(BiConsumer<Action, State> addition) {
        return carryingOut((action, state) -> {
            var response = state.respond(action);
            addition.accept(action, state);
            return response;
        });
    }

    /** Returns the request for the newest other object of its collection, or the request itself if there is none. */
    static Action forOtherObject(Action action, State state, Resource resource) {
        var others = new ArrayList<>(state.store().all(state.collection(action)));
        state.object(action).ifPresent(others::remove);
        return others.isEmpty()
                ? action
                : forObject(action, resource, others.get(others.size() - 1).id());
    }

    /** Returns the same request for the object with that id. */
    static Action forObject(Action action, Resource resource, String id) {
        return resource.id()
                .map(parameter -> action.withPath(parameter.name(), id))
                .orElse(action);
    }
}
