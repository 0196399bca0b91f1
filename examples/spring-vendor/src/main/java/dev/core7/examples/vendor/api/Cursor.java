package dev.core7.examples.vendor.api;

import dev.core7.examples.vendor.error.ApiException;
import dev.core7.examples.vendor.store.Comments;
import dev.core7.server.model.Comment;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/**
 * A position before or after a comment. It contains the sort key of the comment, so it remains valid when comments are added or
 * removed.
 *
 * @param backwards whether the position is before the comment, and the cursor leads to the previous page
 */
record Cursor(boolean backwards, OffsetDateTime createdAt, UUID id) {
    static Cursor before(Comment comment) {
        return new Cursor(true, comment.getCreatedAt(), comment.getId());
    }

    static Cursor after(Comment comment) {
        return new Cursor(false, comment.getCreatedAt(), comment.getId());
    }

    /** Returns the cursor as an opaque text that is safe in URLs. */
    String write() {
        var text = (backwards ? "before" : "after") + " " + createdAt + " " + id;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    static Cursor read(String written) {
        try {
            var text = new String(Base64.getUrlDecoder().decode(written), StandardCharsets.UTF_8);
            var parts = text.split(" ");
            if (parts.length == 3) {
                return new Cursor(parts[0].equals("before"), OffsetDateTime.parse(parts[1]), UUID.fromString(parts[2]));
            }
        } catch (IllegalArgumentException | DateTimeParseException e) {
            // An invalid cursor is rejected below.
        }
        throw ApiException.notFound("Invalid cursor");
    }

    /** Returns the number of comments of a sorted list that are before this position. */
    int index(List<Comment> sorted) {
        var neighbor = new Comment().createdAt(createdAt).id(id);
        return (int) sorted.stream()
                .filter(comment -> Comments.NEWEST_FIRST.compare(comment, neighbor) < (backwards ? 0 : 1))
                .count();
    }
}
