package dev.core7.examples.vendor.store;

import dev.core7.server.model.Comment;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The filters of a list of comments. Ignores values that are null, empty or undocumented.
 *
 * @param completed {@code open} or {@code completed}; applies only to the kind {@code task}
 * @param kind {@code comment} or {@code task}
 */
public record CommentFilter(
        @Nullable String completed,
        @Nullable String itemId,
        @Nullable String kind,
        @Nullable String scope,
        @Nullable String search,
        @Nullable String sourceComment) {
    /** A scope whose comments are returned only if the filter requests it. */
    private static final String TICKETS = "conversations_ticket";

    /** Replaces empty values by null. */
    public CommentFilter {
        itemId = nonEmpty(itemId);
        scope = nonEmpty(scope);
        search = nonEmpty(search);
        sourceComment = nonEmpty(sourceComment);
    }

    private static @Nullable String nonEmpty(@Nullable String value) {
        return value == null || value.isEmpty() ? null : value;
    }

    boolean matches(Comment comment) {
        return !Boolean.TRUE.equals(comment.getDeleted().orElse(false))
                && (scope == null
                        ? !comment.getScope().equals(TICKETS)
                        : comment.getScope().equals(scope))
                && (itemId == null || itemId.equals(comment.getItemId().orElse(null)))
                && (search == null || TextSearch.among(comment.getContent().orElse(null), search))
                && (sourceComment == null
                        || sourceComment.equalsIgnoreCase(
                                Objects.toString(comment.getSourceComment().orElse(null))))
                && matchesKind(comment)
                && matchesCompleted(comment);
    }

    private boolean matchesKind(Comment comment) {
        boolean task = Boolean.TRUE.equals(comment.getIsTask());
        return !"task".equals(kind) && !"comment".equals(kind) || "task".equals(kind) == task;
    }

    private boolean matchesCompleted(Comment comment) {
        boolean done = comment.getCompletedAt().orElse(null) != null;
        boolean applies = "task".equals(kind) && ("open".equals(completed) || "completed".equals(completed));
        return !applies || "completed".equals(completed) == done;
    }
}
