package dev.core7.examples.vendor.api;

import dev.core7.server.model.Comment;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * A page of comments by cursor.
 *
 * @param next the address of the page after it, like the one that was called
 * @param previous the address of the page before it
 */
record CursorPage(@Nullable URI next, @Nullable URI previous, List<Comment> results) {
    /** The page of a sorted list that {@code cursor} leads to; the first where there is none. */
    static CursorPage of(List<Comment> sorted, @Nullable String cursor, int size) {
        if (cursor == null || cursor.isEmpty()) {
            return of(sorted, 0, Math.min(size, sorted.size()));
        }
        var place = Cursor.read(cursor);
        int index = place.index(sorted);
        return place.backwards()
                ? of(sorted, Math.max(0, index - size), index)
                : of(sorted, index, Math.min(index + size, sorted.size()));
    }

    private static CursorPage of(List<Comment> sorted, int from, int to) {
        boolean empty = from == to;
        return new CursorPage(
                empty || to == sorted.size() ? null : address(Cursor.after(sorted.get(to - 1))),
                empty || from == 0 ? null : address(Cursor.before(sorted.get(from))),
                List.copyOf(sorted.subList(from, to)));
    }

    private static URI address(Cursor cursor) {
        return ServletUriComponentsBuilder.fromCurrentRequest()
                .replaceQueryParam("cursor", cursor.write())
                .build(true)
                .toUri();
    }
}
