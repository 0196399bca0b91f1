package dev.core7.examples.vendor.api;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * A page of a list by limit and offset.
 *
 * @param count the length of the whole list
 * @param next the address of the page after it, like the one that was called
 * @param previous the address of the page before it
 */
record Page<T>(int count, @Nullable URI next, @Nullable URI previous, List<T> results) {
    /** The page of {@code all} that the current request asks for; a limit or offset that makes no sense counts as not given. */
    static <T> Page<T> of(List<T> all, @Nullable Integer limit, @Nullable Integer offset, int usualLimit) {
        int size = limit == null || limit <= 0 ? usualLimit : limit;
        int start = offset == null || offset < 0 ? 0 : offset;
        int from = Math.min(start, all.size());
        int to = (int) Math.min((long) from + size, all.size());
        return new Page<>(
                all.size(),
                to < all.size() ? address(size, to) : null,
                start > 0 ? address(size, Math.max(0, start - size)) : null,
                List.copyOf(all.subList(from, to)));
    }

    private static URI address(int limit, int offset) {
        return ServletUriComponentsBuilder.fromCurrentRequest()
                .replaceQueryParam("limit", limit)
                .replaceQueryParam("offset", offset == 0 ? List.of() : List.of(offset))
                .build(true)
                .toUri();
    }
}
