package dev.core7.mock.fault;

import dev.core7.mock.handler.FaultBehavior;
import dev.core7.mock.state.ObjectRequest;
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
    static FaultBehavior changingRequest(BiFunction<ObjectRequest, State, ObjectRequest> change) {
        return new FaultBehavior() {
            @Override
            public ObjectRequest changeRequest(ObjectRequest request, State state) {
                return change.apply(request, state);
            }
        };
    }

    /** Removes one field from a request. */
    static FaultBehavior ignoringField(String field) {
        return changingRequest((request, state) -> request.withoutField(field));
    }

    /** Carries out a request in another way. */
    static FaultBehavior carryingOut(BiFunction<ObjectRequest, State, Optional<StateResponse>> execution) {
        return new FaultBehavior() {
            @Override
            public Optional<StateResponse> carryOut(ObjectRequest request, State state) {
                return execution.apply(request, state);
            }
        };
    }

    /** Responds correctly, but stores nothing. */
    static FaultBehavior storingNothing() {
        return carryingOut(StateFaultBehaviors::respondOnly);
    }

    /** Returns the response to a request without storing its effects. */
    static Optional<StateResponse> respondOnly(ObjectRequest request, State state) {
        var before = state.store().copy();
        var response = state.carryOut(request);
        state.store().restore(before);
        return response;
    }

    /** Changes the page of a list. */
    static FaultBehavior changingPage(BiFunction<Page, ObjectRequest, Page> change) {
        return carryingOut((request, state) -> {
            var page = state.page(request, state.sortAndFilter(request));
            return Optional.of(state.render(change.apply(page, request), request));
        });
    }

    /** Lists other objects. */
    static FaultBehavior listing(BiFunction<ObjectRequest, State, List<StoredObject>> objects) {
        return carryingOut((request, state) ->
                Optional.of(state.render(state.page(request, objects.apply(request, state)), request)));
    }

    /** Changes an object after it is written, in the store and in the response, which must contain the id. */
    static FaultBehavior changingStoredObject(BiFunction<StoredObject, ObjectRequest, StoredObject> change) {
        return carryingOut((request, state) -> state.carryOut(request)
                .map(response -> storedObject(response, request, state)
                        .map(object -> {
                            var changed = change.apply(object, request);
                            state.store().remove(state.collection(request), object.id());
                            state.store().put(state.collection(request), changed);
                            return withChanges(response, object, changed);
                        })
                        .orElse(response)));
    }

    /** Returns the stored object that a response shows. */
    static Optional<StoredObject> storedObject(StateResponse response, ObjectRequest request, State state) {
        return state.store().find(state.collection(request), String.valueOf(response.get(ID)));
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
        return carryingOut((request, state) -> {
            var response = state.carryOut(request);
            state.object(request).ifPresent(object -> {
                var collection = state.collection(request);
                change.apply(object)
                        .ifPresentOrElse(
                                changed -> state.store().put(collection, changed),
                                () -> state.store().remove(collection, object.id()));
            });
            return response;
        });
    }

    /** Carries out a request correctly and then does something else. */
    static FaultBehavior thenDoing(BiConsumer<ObjectRequest, State> addition) {
        return carryingOut((request, state) -> {
            var response = state.carryOut(request);
            addition.accept(request, state);
            return response;
        });
    }

    /** Returns the request for the newest other object of its collection, or the request itself if there is none. */
    static ObjectRequest forOtherObject(ObjectRequest request, State state, Resource resource) {
        var others = new ArrayList<>(state.store().all(state.collection(request)));
        state.object(request).ifPresent(others::remove);
        return others.isEmpty()
                ? request
                : forObject(request, resource, others.get(others.size() - 1).id());
    }

    /** Returns the same request for the object with that id. */
    static ObjectRequest forObject(ObjectRequest request, Resource resource, String id) {
        return resource.id()
                .map(parameter -> request.withPath(parameter.name(), id))
                .orElse(request);
    }
}
