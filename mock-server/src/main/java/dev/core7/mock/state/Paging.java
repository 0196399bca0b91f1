package dev.core7.mock.state;

import dev.core7.contract.Parameter;
import dev.core7.mock.http.RequestUrl;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Splits lists into pages as Django REST Framework does: by limit and offset, by cursor, or not at all, depending on the contract's
 * parameters.
 */
public final class Paging {
    /** The parameter for the size of a page. */
    public static final String LIMIT = "limit";

    /** The parameter for the number of objects before a page. */
    public static final String OFFSET = "offset";

    /** The parameter for a position that the server issued. */
    public static final String CURSOR = "cursor";

    static final Set<String> PARAMETERS = Set.of(LIMIT, OFFSET, CURSOR);
    private static final String AFTER = "after ";
    private static final String BEFORE = "before ";

    private Paging() {}

    /** Returns the page that a request asks for. */
    static Page page(List<StoredObject> all, ListOperation listing, ObjectRequest request) {
        var cursor = listing.parameter(CURSOR);
        if (cursor.isPresent()) {
            return byCursor(all, request, MockExtensions.pageSize(cursor.get().schema()));
        }
        return listing.parameter(LIMIT)
                .map(limit -> byOffset(all, request, limit))
                .orElseGet(() -> new Page(all, 0, all.size(), all.size(), null, null));
    }

    /** Returns whether the mock never issued the cursor. */
    static boolean isBroken(Supplier<List<StoredObject>> all, ObjectRequest request) {
        String sent = request.parameter(CURSOR);
        return !sent.isEmpty()
                && ListOperation.of(request.operation()).isPagedBy(CURSOR)
                && start(all.get(), sent, 0).isEmpty();
    }

    private static Page byOffset(List<StoredObject> all, ObjectRequest request, Parameter parameter) {
        int limit = positive(request.parameter(LIMIT)).orElseGet(() -> MockExtensions.pageSize(parameter.schema()));
        int offset = positive(request.parameter(OFFSET)).orElse(0);
        int to = (int) Math.min((long) offset + limit, all.size());
        var url = request.requestUrl().with(LIMIT, limit);
        String next = to < all.size() ? url.with(OFFSET, to).toString() : null;
        return new Page(all, offset, to, all.size(), next, previous(url, offset, limit));
    }

    /** Returns the link to the previous page; the first page has no offset in its URL. */
    private static @Nullable String previous(RequestUrl url, int offset, int limit) {
        if (offset == 0) {
            return null;
        }
        return (offset <= limit ? url.without(OFFSET) : url.with(OFFSET, offset - limit)).toString();
    }

    /** Parses a positive number; other values are ignored. */
    static Optional<Integer> positive(String sent) {
        return sent.matches("0*[1-9]\\d{0,8}") ? Optional.of(Integer.valueOf(sent)) : Optional.empty();
    }

    private static Page byCursor(List<StoredObject> all, ObjectRequest request, int size) {
        int from = start(all, request.parameter(CURSOR), size).orElse(0);
        int to = Math.min(from + size, all.size());
        String next = to < all.size() ? link(request, AFTER, all.get(to - 1)) : null;
        String previous = from > 0 ? link(request, BEFORE, all.get(from)) : null;
        return new Page(all, from, to, all.size(), next, previous);
    }

    private static String link(ObjectRequest request, String side, StoredObject object) {
        var cursor = (side + object.id()).getBytes(StandardCharsets.UTF_8);
        return request.requestUrl()
                .with(CURSOR, Base64.getUrlEncoder().encodeToString(cursor))
                .toString();
    }

    /** Returns where the page of a cursor begins; empty if the cursor is not one of this list. */
    private static Optional<Integer> start(List<StoredObject> all, String cursor, int size) {
        String text;
        String signs = cursor.replaceAll("[^A-Za-z0-9_=+/-]", ""); // Python ignores all other signs.
        if (signs.isEmpty()) {
            return Optional.of(0);
        }
        try {
            text = new String(Base64.getUrlDecoder().decode(signs), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        for (int i = 0; i < all.size(); i++) {
            if (text.equals(AFTER + all.get(i).id())) {
                return Optional.of(i + 1);
            }
            if (text.equals(BEFORE + all.get(i).id())) {
                return Optional.of(Math.max(i - size, 0));
            }
        }
        return Optional.empty();
    }
}
