package dev.core7.examples.vendor.api;

import dev.core7.server.model.Comment;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * A page of a list with cursors.
 *
 * @param next the URL of the next page, based on the request URL
 * @param previous the URL of the previous page
 */
record CursorPage(@Nullable URI next, @Nullable URI previous, List<Comment> results) {
    /** Returns the page of a sorted list at {@code cursor}; without a cursor, the first page. */
    static CursorPage of(List<Comment> sorted, @Nullable String cursor, int size) {
        if (cursor == null || cursor.isEmpty()) {
            return of(sorted, 0, Math.min(size, sorted.size()));
        }
        var position = Cursor.read(cursor);
        int index = position.index(sorted);
        return position.backwards()
                ? of(sorted, Math.max(0, index - size), index)
                : of(sorted, index, Math.min(index + size, sorted.size()));
    }

    private static CursorPage of(List<Comment> sorted, int from, int to) {
        boolean empty = from == to;
        return new CursorPage(
                empty || to == sorted.size() ? null : url(Cursor.after(sorted.get(to - 1))),
                empty || from == 0 ? null : url(Cursor.before(sorted.get(from))),
                List.copyOf(sorted.subList(from, to)));
    }

    private static URI url(Cursor cursor) {
        return ServletUriComponentsBuilder.fromCurrentRequest()
                .replaceQueryParam("cursor", cursor.write())
                .build(true)
                .toUri();
    }
}
