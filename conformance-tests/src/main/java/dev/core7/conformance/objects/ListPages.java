package dev.core7.conformance.objects;

import dev.core7.conformance.exchange.Request;
import dev.core7.conformance.exchange.Transport;
import dev.core7.contract.Json;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A list, page after page. A link to the next page may name any host: only its query is followed, at the list's own
 * address, so that no key leaves the target.
 */
public final class ListPages {
    /** By PostHog's page sizes, 100 and 1000, far more objects than are created while a run lasts. */
    private static final int MOST = 100;

    private final Transport transport;

    /** Lists that are read through {@code transport}. */
    public ListPages(Transport transport) {
        this.transport = transport;
    }

    /**
     * Returns the first item that is wanted, of the list that {@code first} asks for; empty if no page has one.
     *
     * @throws UnreadableException if a page cannot be read, or there is no end to them
     */
    public Optional<Object> find(Request first, Predicate<Object> wanted) throws UnreadableException {
        var found = new ArrayList<Object>();
        walk(first, page -> {
            page.stream().filter(wanted).findFirst().ifPresent(found::add);
            return found.isEmpty();
        });
        return found.stream().findFirst();
    }

    /**
     * Hands over all items that are wanted, of the list that {@code first} asks for; those of the pages that can be read, at least.
     *
     * @throws UnreadableException if a page cannot be read, or there is no end to them
     */
    public void all(Request first, Predicate<Object> wanted, Consumer<Object> found) throws UnreadableException {
        walk(first, page -> {
            page.stream().filter(wanted).forEach(found);
            return true;
        });
    }

    /** @param goesOn is given the items of each page, and says whether to read the next one */
    private void walk(Request first, Predicate<List<Object>> goesOn) throws UnreadableException {
        var queries = new HashSet<String>();
        var query = Optional.of("");
        while (query.isPresent() && queries.size() < MOST && queries.add(query.get())) {
            var page = page(at(first, query.get()));
            query = goesOn.test(items(page)) ? query(page.get("next")) : Optional.empty();
        }
        if (query.isPresent()) {
            throw new UnreadableException("not found on the first " + queries.size() + " pages of its list");
        }
    }

    private static Request at(Request list, String query) {
        return new Request(list.method(), list.path() + query, list.headers(), list.body(), list.key(), list.mark());
    }

    private Map<?, ?> page(Request request) throws UnreadableException {
        try {
            var answer = transport.send(request);
            boolean shown = answer.status() / 100 == 2;
            if (shown && answer.json() instanceof Map<?, ?> page && page.get("results") instanceof List) {
                return page;
            }
            throw new UnreadableException(
                    "its list was answered " + answer.status() + (shown ? " without results" : ""));
        } catch (Transport.NoAnswerException | Transport.NotSentException e) {
            throw new UnreadableException("its list could not be read: " + e.getMessage());
        } catch (Json.NotJsonException e) {
            throw new UnreadableException("its list is not JSON");
        }
    }

    private static List<Object> items(Map<?, ?> page) {
        return page.get("results") instanceof List<?> items
                ? items.stream()
                        .filter(Objects::nonNull)
                        .map(Object.class::cast)
                        .toList()
                : List.of();
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
    public static final class UnreadableException extends Exception {
        private static final long serialVersionUID = 1L;

        public UnreadableException(String message) {
            super(message);
        }
    }
}
