package dev.core7.conformance.exchange;

import dev.core7.contract.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A case that was sent, with its request and response. */
public record Exchange(Case sent, Request request, Response response) implements Attempt {
    /** Whether the server accepted the request: it returned the documented status, or any 2xx. */
    public boolean accepted() {
        int status = response.status();
        return status == sent.called().success().status() || status / 100 == 2;
    }

    /** Whether the response contains an object that other projects can see too. */
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

    /** Whether the response is a list without items. */
    public boolean showsEmptyList() {
        return items().filter(List::isEmpty).isPresent();
    }

    /** Whether the response is a list with at least one item. */
    public boolean showsItem() {
        return items().filter(items -> !items.isEmpty()).isPresent();
    }

    /** The items of the list that the server returned when it accepted the call; empty if it returned something else. */
    public Optional<List<?>> acceptedItems() {
        return acceptedObject().flatMap(Exchange::items);
    }

    private Optional<List<?>> items() {
        return accepted() ? object().flatMap(Exchange::items) : Optional.empty();
    }

    private static Optional<List<?>> items(Map<?, ?> body) {
        return body.get("results") instanceof List<?> items ? Optional.of(items) : Optional.empty();
    }

    /** The JSON object that the server returned when it accepted the call; empty if it did not, or returned something else. */
    public Optional<Map<?, ?>> acceptedObject() {
        return isAcceptedCall() ? object() : Optional.empty();
    }

    private Optional<Map<?, ?>> object() {
        try {
            return response.json() instanceof Map<?, ?> body ? Optional.of(body) : Optional.empty();
        } catch (Json.NotJsonException e) {
            return Optional.empty();
        }
    }

    /** Whether the case's operation was called with its own method and accepted the request. */
    public boolean isAcceptedCall() {
        return accepted() && request.method().equals(sent.called().method());
    }
}
