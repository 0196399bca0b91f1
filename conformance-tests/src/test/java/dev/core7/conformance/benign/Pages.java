package dev.core7.conformance.benign;

import dev.core7.conformance.exchange.Paths;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One page of a list, by limit and offset; wrong values of them are ignored. */
final class Pages {
    private Pages() {}

    static Map<String, @Nullable Object> counted(Ask ask, List<?> all, int size) {
        var page = Reply.object("count", all.size());
        page.putAll(uncounted(ask, all, size));
        return page;
    }

    static Map<String, @Nullable Object> uncounted(Ask ask, List<?> all, int size) {
        int asked = number(ask.query().get("limit"));
        int limit = asked > 0 ? asked : size;
        int offset = Math.max(number(ask.query().get("offset")), 0);
        var from = Math.min(offset, all.size());
        var results = all.subList(from, Math.min(from + limit, all.size()));
        return Reply.object(
                "next", offset + limit < all.size() ? link(ask, limit, offset + limit) : null,
                "previous", offset > 0 ? link(ask, limit, Math.max(offset - limit, 0)) : null,
                "results", List.copyOf(results));
    }

    /** The other parameters of the query are kept, as in DRF. */
    private static String link(Ask ask, int limit, int offset) {
        var query = new LinkedHashMap<>(ask.query());
        query.put("limit", String.valueOf(limit));
        query.put("offset", String.valueOf(offset));
        query.remove("offset", "0");
        return ask.address() + Paths.query(query);
    }

    private static int number(@Nullable String text) {
        return text != null && text.matches("\\d{1,9}") ? Integer.parseInt(text) : -1;
    }
}
