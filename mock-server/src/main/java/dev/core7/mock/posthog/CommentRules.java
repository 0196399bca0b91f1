package dev.core7.mock.posthog;

import dev.core7.mock.http.PostHogError;
import dev.core7.mock.validation.StoredFields;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** PostHog's rules for comments: every write needs content, unless it deletes; a task stays a task, and is no reply. */
final class CommentRules implements ObjectRules {
    private static final String TASK = "is_task";
    private static final String RICH_CONTENT = "rich_content";
    private static final String SOURCE = "source_comment";

    private final StoredFields stored;
    private final boolean isCreate;

    CommentRules(StoredFields stored, boolean isCreate) {
        this.stored = stored;
        this.isCreate = isCreate;
    }

    /** Returns whether the fields of a body are those of a comment. */
    static boolean concern(Set<String> fields) {
        return fields.containsAll(Set.of(RICH_CONTENT, SOURCE));
    }

    @Override
    public Optional<PostHogError> together(Map<String, @Nullable Object> fields) {
        if (!isCreate
                && fields.containsKey(TASK)
                && isTask(fields)
                        != stored.addressed().filter(CommentRules::isTask).isPresent()) {
            return Optional.of(PostHogError.invalid("invalid_input", "Cannot change task state after creation.", TASK));
        }
        if (!Boolean.TRUE.equals(fields.get("deleted"))
                && isBlank(fields.get("content"))
                && !isContent(fields.get(RICH_CONTENT))) {
            return Optional.of(PostHogError.invalidInput("A comment must have content"));
        }
        if (isCreate && isTask(fields) && fields.get(SOURCE) != null) {
            return Optional.of(PostHogError.invalid("invalid_input", "Replies cannot be tasks.", TASK));
        }
        return isCreate && isTask(fields) && isEmoji(fields.get("item_context"))
                ? Optional.of(PostHogError.invalid("invalid_input", "Emoji reactions cannot be tasks.", TASK))
                : Optional.empty();
    }

    private static boolean isTask(Map<String, @Nullable Object> fields) {
        return Boolean.TRUE.equals(fields.get(TASK));
    }

    private static boolean isBlank(@Nullable Object content) {
        return content == null || content.toString().isBlank();
    }

    /** Returns whether a formatted content is not empty; PostHog responds with 500 to one that is no object. */
    private static boolean isContent(@Nullable Object rich) {
        return rich instanceof Map<?, ?> document
                && !document.isEmpty()
                && !(document.get("content") instanceof List<?> nodes
                        && nodes.stream().anyMatch(CommentRules::isEmptyParagraph));
    }

    private static boolean isEmptyParagraph(Object node) {
        return node instanceof Map<?, ?> paragraph
                && "paragraph".equals(paragraph.get("type"))
                && paragraph.get("content") instanceof List<?> texts
                && texts.size() == 1
                && texts.get(0) instanceof Map<?, ?> text
                && "text".equals(text.get("type"))
                && (text.get("text") == null || "".equals(text.get("text")));
    }

    private static boolean isEmoji(@Nullable Object context) {
        return context instanceof Map<?, ?> fields && Boolean.TRUE.equals(fields.get("is_emoji"));
    }
}
