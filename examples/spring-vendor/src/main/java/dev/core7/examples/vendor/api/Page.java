package dev.core7.examples.vendor.api;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * A page of a list with limit and offset.
 *
 * @param count the length of the whole list
 * @param next the URL of the next page, based on the request URL
 * @param previous the URL of the previous page
 */
record Page<T>(int count, @Nullable URI next, @Nullable URI previous, List<T> results) {
    /** Returns the requested page of {@code all}. Ignores a limit or offset that is out of range. */
    static <T> Page<T> of(List<T> all, @Nullable Integer limit, @Nullable Integer offset, int defaultLimit) {
        int size = limit == null || limit <= 0 ? defaultLimit : limit;
        int start = offset == null || offset < 0 ? 0 : offset;
        int from = Math.min(start, all.size());
        int to = (int) Math.min((long) from + size, all.size());
        return new Page<>(
                all.size(),
                to < all.size() ? url(size, to) : null,
                start > 0 ? url(size, Math.max(0, start - size)) : null,
                List.copyOf(all.subList(from, to)));
    }

    private static URI url(int limit, int offset) {
        return ServletUriComponentsBuilder.fromCurrentRequest()
                .replaceQueryParam("limit", limit)
                .replaceQueryParam("offset", offset == 0 ? List.of() : List.of(offset))
                .build(true)
                .toUri();
    }
}
