package dev.core7.mock.state;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a history.
 *
 * @param count the number of entries on all pages
 * @param next the link to the next page; null: this is the last
 * @param previous the link to the previous page; null: this is the first
 */
record HistoryPage(
        List<HistoryEntry> entries,
        int count,
        @Nullable String next,
        @Nullable String previous) {
    private static final String LIMIT = "limit";
    private static final String OFFSET = "offset";
    private static final String PAGE = "page";
    private static final int ACTIVITIES = 10;
    private static final int CALCULATIONS = 100;

    /** Returns the page of a number, counted from 1, with absolute links. */
    static HistoryPage byNumber(List<HistoryEntry> all, ObjectRequest request) {
        int limit = Paging.positive(request.parameter(LIMIT)).orElse(ACTIVITIES);
        int number = number(request);
        int from = (int) Math.min((long) (number - 1) * limit, all.size());
        int to = (int) Math.min((long) from + limit, all.size());
        var url = request.requestUrl().with(LIMIT, limit);
        return new HistoryPage(
                all.subList(from, to),
                all.size(),
                to < all.size() ? url.with(PAGE, number + 1).toString() : null,
                number > 1 ? url.with(PAGE, number - 1).toString() : null);
    }

    /** Returns whether there is a page with the requested number; the first page of an empty list exists. */
    static boolean exists(int count, ObjectRequest request) {
        int limit = Paging.positive(request.parameter(LIMIT)).orElse(ACTIVITIES);
        int number = number(request);
        return number == 1 || (long) (number - 1) * limit < count;
    }

    private static int number(ObjectRequest request) {
        String sent = request.parameter(PAGE);
        return Paging.positive(sent).orElse(sent.matches("\\d{10,}") ? Integer.MAX_VALUE : 1);
    }

    /** Returns the page after an offset, with links that contain only a query, as PostHog sends them. */
    static HistoryPage byOffset(List<HistoryEntry> all, ObjectRequest request) {
        int limit = Paging.positive(request.parameter(LIMIT)).orElse(CALCULATIONS);
        int offset = Paging.positive(request.parameter(OFFSET)).orElse(0);
        int from = Math.min(offset, all.size());
        int to = (int) Math.min((long) from + limit, all.size());
        return new HistoryPage(
                all.subList(from, to),
                all.size(),
                (long) offset + limit < all.size() ? link(limit, offset + limit) : null,
                offset == 0 ? null : link(limit, Math.max(0, offset - limit)));
    }

    private static String link(int limit, int offset) {
        return "?limit=" + limit + "&offset=" + offset;
    }
}
