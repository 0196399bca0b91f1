package dev.core7.examples.vendor.store;

import dev.core7.server.model.Comment;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.stereotype.Component;

/** Comments and tasks; none of the operations makes one, so they come from {@code Seeds}. */
@Component
public class Comments {
    /** Newest first; the id settles what the time leaves open, so that pages neither repeat nor skip. */
    public static final Comparator<Comment> NEWEST_FIRST =
            Comparator.comparing(Comment::getCreatedAt).reversed().thenComparing(Comment::getId);

    private final Map<Integer, List<Comment>> byProject = new ConcurrentHashMap<>();

    /** Adds one to a project. */
    public void add(int project, Comment comment) {
        byProject.computeIfAbsent(project, none -> new CopyOnWriteArrayList<>()).add(comment);
    }

    /** Those of a project that pass {@code filter}, newest first. */
    public List<Comment> list(int project, CommentFilter filter) {
        return byProject.getOrDefault(project, List.of()).stream()
                .filter(filter::passes)
                .sorted(NEWEST_FIRST)
                .toList();
    }
}
