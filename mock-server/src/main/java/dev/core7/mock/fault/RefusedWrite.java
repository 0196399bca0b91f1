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
    private final Operation write;
    private final Set<Reason> reasons;
    private final AtomicReference<@Nullable Written> last = new AtomicReference<>();

    RefusedWrite(Operation write, Set<Reason> reasons) {
        this.write = write;
        this.reasons = reasons;
    }

    @Override
    public MockResponse respond(RequestContext call, Optional<Refusal> refusal, MockResponse answer) {
        if (call.calls(write.id())
                && refusal.isPresent()
                && reasons.contains(refusal.get().reason())
                && JsonEdit.parse(call.body()) instanceof Map<?, ?> fields) {
            last.set(new Written(call.values(), fields));
        }
        var written = last.get();
        boolean shows = written != null
                && refusal.isEmpty()
                && call.operation().filter(Operation::isSafe).isPresent()
                && call.template().equals(write.path())
                && call.values().equals(written.values());
        return shows && answer.is(MediaType.JSON) ? with(written.fields(), answer) : answer;
    }

    private static MockResponse with(Map<?, ?> fields, MockResponse answer) {
        var document = JsonEdit.parse(answer.body());
        overwrite(document, fields);
        return answer.withBody(Json.write(document));
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

    /** @param values of the path's parameters */
    private record Written(Map<String, String> values, Map<?, ?> fields) {}
}
