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
 * Reads a list page by page. Of a link to the next page only the query is used, with the list's own path: the link may contain
 * another host, which must not receive a key.
 */
public final class ListPages {
    /**
     * The most pages that are read. With PostHog's page sizes of 100 and 1000, this is far more objects than are created during
     * a run.
     */
    private static final int MAX_PAGES = 100;

    private final Transport transport;

    /** Reads lists through {@code transport}. */
    public ListPages(Transport transport) {
        this.transport = transport;
    }

    /**
     * Returns the first matching item of the list that {@code first} requests; empty if no page has one.
     *
     * @throws UnreadableException if a page cannot be read, or there are too many pages
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
     * Passes all matching items of the list that {@code first} requests to {@code found}. If a page cannot be read, the items
     * of earlier pages have been passed.
     *
     * @throws UnreadableException if a page cannot be read, or there are too many pages
     */
    public void all(Request first, Predicate<Object> wanted, Consumer<Object> found) throws UnreadableException {
        walk(first, page -> {
            page.stream().filter(wanted).forEach(found);
            return true;
        });
    }

    /** @param continues receives the items of each page and returns whether to read the next page */
    private void walk(Request first, Predicate<List<Object>> continues) throws UnreadableException {
        var queries = new HashSet<String>();
        var query = Optional.of("");
        while (query.isPresent() && queries.size() < MAX_PAGES && queries.add(query.get())) {
            var page = page(at(first, query.get()));
            query = continues.test(items(page)) ? query(page.get("next")) : Optional.empty();
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
            var response = transport.send(request);
            boolean successful = response.status() / 100 == 2;
            if (successful && response.json() instanceof Map<?, ?> page && page.get("results") instanceof List) {
                return page;
            }
            throw new UnreadableException(
                    "its list returned " + response.status() + (successful ? " without results" : ""));
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

    /** The query of a link, with its question mark; empty if there is no link to another page. */
    private static Optional<String> query(@Nullable Object link) throws UnreadableException {
        if (!(link instanceof String text) || text.indexOf('?') < 0) {
            return Optional.empty();
        }
        var query = text.substring(text.indexOf('?')).split("#", 2)[0];
        if (!query.matches("[!-~]+")) {
            throw new UnreadableException("the link to the next page of its list is not a URL");
        }
        return Optional.of(query);
    }

    /** The list could not be read completely; the message gives the reason. */
    public static final class UnreadableException extends Exception {
        private static final long serialVersionUID = 1L;

        public UnreadableException(String message) {
            super(message);
        }
    }
}
