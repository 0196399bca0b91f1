package dev.core7.mock.fault;

import dev.core7.contract.Json;
import dev.core7.contract.MediaType;
import dev.core7.contract.Operation;
import dev.core7.mock.handler.FaultBehavior;
import dev.core7.mock.handler.RequestContext;
import dev.core7.mock.http.MockResponse;
import dev.core7.mock.http.Refusal;
import dev.core7.mock.http.Refusal.Reason;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Records the last write that was refused for certain reasons and returns it to later reads of the same path. */
final class RefusedWrite implements FaultBehavior {
    private final Operation operation;
    private final Set<Reason> reasons;
    private final AtomicReference<@Nullable Write> last = new AtomicReference<>();

    RefusedWrite(Operation operation, Set<Reason> reasons) {
        this.operation = operation;
        this.reasons = reasons;
    }

    @Override
    public MockResponse respond(RequestContext request, Optional<Refusal> refusal, MockResponse response) {
        if (request.calls(operation.id())
                && refusal.isPresent()
                && reasons.contains(refusal.get().reason())
                && JsonEdit.parse(request.body()) instanceof Map<?, ?> fields) {
            last.set(new Write(request.values(), fields));
        }
        var write = last.get();
        boolean shows = write != null
                && refusal.isEmpty()
                && request.operation().filter(Operation::isSafe).isPresent()
                && request.template().equals(operation.path())
                && request.values().equals(write.values());
        return shows && response.is(MediaType.JSON) ? with(write.fields(), response) : response;
    }

    private static MockResponse with(Map<?, ?> fields, MockResponse response) {
        var document = JsonEdit.parse(response.body());
        overwrite(document, fields);
        return response.withBody(Json.write(document));
    }

    /** Overwrites the fields of an object, or of the first object in its list. */
    @SuppressWarnings("unchecked") // the document is freshly parsed: maps have texts as keys
    private static void overwrite(@Nullable Object document, Map<?, ?> fields) {
        if (document instanceof Map<?, ?> object) {
            fields.forEach((name, value) -> ((Map<String, @Nullable Object>) object).replace(name.toString(), value));
            object.values().stream()
                    .filter(value -> value instanceof List<?> list && !list.isEmpty() && list.get(0) instanceof Map)
                    .findFirst()
                    .ifPresent(list -> overwrite(((List<?>) list).get(0), fields));
        }
    }

    /** @param values path parameter → its value */
    private record Write(Map<String, String> values, Map<?, ?> fields) {}
}
