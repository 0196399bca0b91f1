package dev.core7.mock.handler;

import dev.core7.contract.Operation;
import dev.core7.mock.http.RequestUrl;
import dev.core7.mock.state.ObjectRequest;
import dev.core7.mock.state.State;
import dev.core7.mock.state.StoredObject;
import dev.core7.mock.validation.StoredFields;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The stored objects that a request addresses.
 *
 * @param path supplies path parameter → its value; called only if an object is needed
 */
record ObjectsOfRequest(State state, Operation operation, Supplier<Map<String, String>> path) implements StoredFields {
    private static final RequestUrl NO_URL = RequestUrl.parse("");

    @Override
    public boolean isKnown() {
        return true;
    }

    @Override
    public Optional<Map<String, @Nullable Object>> addressed() {
        return state.object(request()).map(StoredObject::fields);
    }

    @Override
    public Collection<Map<String, @Nullable Object>> siblings() {
        return state.siblings(request()).stream().map(StoredObject::fields).toList();
    }

    private ObjectRequest request() {
        return new ObjectRequest(operation, path.get(), NO_URL, Map.of(), NO_URL, "");
    }
}
