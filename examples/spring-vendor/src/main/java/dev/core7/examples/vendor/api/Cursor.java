package dev.core7.examples.vendor.api;

import dev.core7.examples.vendor.error.Refusal;
import dev.core7.examples.vendor.store.Comments;
import dev.core7.server.model.Comment;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/**
 * A place between two comments. It names the one beside it by what lists are sorted by, and so stays where it is when others
 * come or go.
 *
 * @param backwards whether it stands before that comment and leads to the page before, not after
 */
record Cursor(boolean backwards, OffsetDateTime createdAt, UUID id) {
    static Cursor before(Comment comment) {
        return new Cursor(true, comment.getCreatedAt(), comment.getId());
    }

    static Cursor after(Comment comment) {
        return new Cursor(false, comment.getCreatedAt(), comment.getId());
    }

    /** As links carry it: opaque, and safe in an address. */
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
            // Not one of ours: refused below, like one with too few parts.
        }
        throw Refusal.notFound("Invalid cursor");
    }

    /** How many comments of a sorted list stand before this place. */
    int index(List<Comment> sorted) {
        var beside = new Comment().createdAt(createdAt).id(id);
        return (int) sorted.stream()
                .filter(comment -> Comments.NEWEST_FIRST.compare(comment, beside) < (backwards ? 0 : 1))
                .count();
    }
}
