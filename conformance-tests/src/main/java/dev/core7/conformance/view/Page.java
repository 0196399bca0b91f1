package dev.core7.conformance.view;

import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.exchange.Paths;
import dev.core7.conformance.result.Finding;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param items the objects on it
 * @param count the number of all items according to the response; empty if there is none
 */
public record Page(
        Exchange exchange,
        List<Map<?, ?>> items,
        Optional<Object> count,
        @Nullable String next,
        @Nullable String previous) {
    public static final String NEXT = "next";
    public static final String PREVIOUS = "previous";

    /** The page in a response; empty if the response is not a page, see {@link #problem}. */
    public static Optional<Page> of(Exchange exchange, String results) {
        return exchange.acceptedObject()
                .flatMap(body -> body.get(results) instanceof List<?> items
                        ? Optional.of(new Page(
                                exchange,
                                items.stream()
                                        .filter(Map.class::isInstance)
                                        .<Map<?, ?>>map(item -> (Map<?, ?>) item)
                                        .toList(),
                                Optional.ofNullable(body.get("count")),
                                link(body, NEXT),
                                link(body, PREVIOUS)))
                        : Optional.empty());
    }

    /** Why a response is not a page. */
    public static Finding problem(Exchange exchange) {
        int expected = exchange.sent().operation().success().status();
        int status = exchange.response().status();
        return status == expected
                ? new Finding("body", "a page of the list", "another body")
                : new Finding("status", String.valueOf(expected), String.valueOf(status));
    }

    private static @Nullable String link(Map<?, ?> body, String name) {
        return body.get(name) instanceof String url ? url : null;
    }

    /** The ids of the items in {@code own}, in the order of the page. */
    public List<String> ids(List<String> own) {
        return items.stream()
                .map(item -> ownId(item, own))
                .filter(id -> !id.isEmpty())
                .toList();
    }

    /** The uuid of a member, or its id if it has none. */
    public static String memberId(Map<?, ?> item) {
        return item.get("uuid") instanceof String uuid ? uuid : id(item);
    }

    /** The id of an item in {@code own}, else the empty text. Persons are identified by their uuid. */
    public static String ownId(Map<?, ?> item, List<String> own) {
        return Stream.of(id(item), String.valueOf(item.get("uuid")))
                .filter(own::contains)
                .findFirst()
                .orElse("");
    }

    /** The id of an item; the empty text if it has none. */
    public static String id(Map<?, ?> item) {
        Object id = item.get("id");
        return id == null ? "" : Paths.text(id);
    }
}
