package dev.core7.examples.vendor.store;

import dev.core7.server.model.Comment;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.stereotype.Component;

/** The comments and tasks. {@code Seeds} creates them, because no operation does. */
@Component
public class Comments {
    /** Newest first; equal times are ordered by id, so that the order of the pages is stable. */
    public static final Comparator<Comment> NEWEST_FIRST =
            Comparator.comparing(Comment::getCreatedAt).reversed().thenComparing(Comment::getId);

    private final Map<Integer, List<Comment>> byProject = new ConcurrentHashMap<>();

    /** Adds a comment to a project. */
    public void add(int project, Comment comment) {
        byProject.computeIfAbsent(project, none -> new CopyOnWriteArrayList<>()).add(comment);
    }

    /** Returns the comments of a project that match {@code filter}, newest first. */
    public List<Comment> list(int project, CommentFilter filter) {
        return byProject.getOrDefault(project, List.of()).stream()
                .filter(filter::matches)
                .sorted(NEWEST_FIRST)
                .toList();
    }
}
