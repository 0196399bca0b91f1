package dev.core7.conformance.exchange;

import dev.core7.contract.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A case that was sent: its request and the answer. */
public record Exchange(Case sent, Request request, Response response) implements Attempt {
    /** Whether the server did what was asked: the documented status, or any 2xx. */
    public boolean accepted() {
        int status = response.status();
        return status == sent.called().success().status() || status / 100 == 2;
    }

    /** Whether an object was answered that other projects see too. */
    public boolean showsSharedObject() {
        try {
            var body = response.json();
            return accepted()
                    && sent.called().success().json().stream()
                            .anyMatch(json -> json.schema().isShared(body));
        } catch (Json.NotJsonException e) {
            return false;
        }
    }

    /** Whether a list without items was answered. */
    public boolean showsEmptyList() {
        return items().filter(List::isEmpty).isPresent();
    }

    /** Whether a list with an item was answered. */
    public boolean showsItem() {
        return items().filter(items -> !items.isEmpty()).isPresent();
    }

    private Optional<List<?>> items() {
        try {
            return accepted()
                            && response.json() instanceof Map<?, ?> body
                            && body.get("results") instanceof List<?> items
                    ? Optional.of(items)
                    : Optional.empty();
        } catch (Json.NotJsonException e) {
            return Optional.empty();
        }
    }

    /** Whether the operation itself was called and did what was asked: another method of its path shows nothing of it. */
    public boolean shows() {
        return accepted() && request.method().equals(sent.called().method());
    }
}
