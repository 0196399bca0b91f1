package dev.core7.examples.vendor.store;

import dev.core7.server.model.Comment;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which comments are asked for. What is null or empty, or a word that is not documented, filters nothing.
 *
 * @param completed {@code open} or {@code completed}; counts beside the kind {@code task} only
 * @param kind {@code comment} or {@code task}
 */
public record CommentFilter(
        @Nullable String completed,
        @Nullable String itemId,
        @Nullable String kind,
        @Nullable String scope,
        @Nullable String search,
        @Nullable String sourceComment) {
    /** Comments on tickets are shown only where they are asked for. */
    private static final String TICKETS = "conversations_ticket";

    /** Empty is not given. */
    public CommentFilter {
        itemId = given(itemId);
        scope = given(scope);
        search = given(search);
        sourceComment = given(sourceComment);
    }

    private static @Nullable String given(@Nullable String value) {
        return value == null || value.isEmpty() ? null : value;
    }

    boolean passes(Comment comment) {
        return !Boolean.TRUE.equals(comment.getDeleted().orElse(false))
                && (scope == null
                        ? !comment.getScope().equals(TICKETS)
                        : comment.getScope().equals(scope))
                && (itemId == null || itemId.equals(comment.getItemId().orElse(null)))
                && (search == null || Words.among(comment.getContent().orElse(null), search))
                && (sourceComment == null
                        || sourceComment.equalsIgnoreCase(
                                Objects.toString(comment.getSourceComment().orElse(null))))
                && isOfKind(comment)
                && isAsFarAsAsked(comment);
    }

    private boolean isOfKind(Comment comment) {
        boolean task = Boolean.TRUE.equals(comment.getIsTask());
        return !"task".equals(kind) && !"comment".equals(kind) || "task".equals(kind) == task;
    }

    private boolean isAsFarAsAsked(Comment comment) {
        boolean done = comment.getCompletedAt().orElse(null) != null;
        boolean counts = "task".equals(kind) && ("open".equals(completed) || "completed".equals(completed));
        return !counts || "completed".equals(completed) == done;
    }
}
