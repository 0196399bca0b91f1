package dev.core7.conformance.ledger;

import dev.core7.conformance.run.Request;
import dev.core7.conformance.run.Transport;
import dev.core7.contract.Json;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A list, page after page. A link to the next page may name any host: only its query is followed, at the list's own
 * address, so that no key leaves the target.
 */
final class Pages {
    /** By PostHog's page sizes, 100 and 1000, far more objects than are created while a run lasts. */
    private static final int MOST = 100;

    private final Transport transport;

    Pages(Transport transport) {
        this.transport = transport;
    }

    /**
     * The first item that is wanted, of the list that {@code first} asks for; empty where no page has one.
     *
     * @throws UnreadableException where a page cannot be read, or there is no end to them
     */
    Optional<Object> find(Request first, Predicate<Object> wanted) throws UnreadableException {
        var queries = new HashSet<String>();
        var query = Optional.of("");
        while (query.isPresent() && queries.size() < MOST && queries.add(query.get())) {
            var page = page(at(first, query.get()));
            var found = items(page).stream().filter(wanted).findFirst();
            if (found.isPresent()) {
                return Optional.of(found.get());
            }
            query = query(page.get("next"));
        }
        if (query.isPresent()) {
            throw new UnreadableException("not found on the first " + queries.size() + " pages of its list");
        }
        return Optional.empty();
    }

    private static Request at(Request list, String query) {
        return new Request(list.method(), list.path() + query, list.headers(), list.body(), list.key(), list.mark());
    }

    private Map<?, ?> page(Request request) throws UnreadableException {
        try {
            var answer = transport.send(request);
            if (answer.json() instanceof Map<?, ?> page && page.get("results") instanceof List) {
                return page;
            }
            throw new UnreadableException("its list was answered " + answer.status());
        } catch (Transport.NoAnswerException | Json.NotJsonException e) {
            throw new UnreadableException(String.valueOf(e.getMessage()));
        }
    }

    private static List<?> items(Map<?, ?> page) {
        return page.get("results") instanceof List<?> items ? items : List.of();
    }

    /** The query of a link, question mark included; none where the link names no other page. */
    private static Optional<String> query(@Nullable Object link) throws UnreadableException {
        if (!(link instanceof String text) || text.indexOf('?') < 0) {
            return Optional.empty();
        }
        var query = text.substring(text.indexOf('?')).split("#", 2)[0];
        if (!query.matches("[!-~]+")) {
            throw new UnreadableException("the link to the next page of its list is no URL");
        }
        return Optional.of(query);
    }

    /** What is looked for may be on a page that was not seen; the message says why it was not. */
    static final class UnreadableException extends Exception {
        private static final long serialVersionUID = 1L;

        UnreadableException(String message) {
            super(message);
        }
    }
}
