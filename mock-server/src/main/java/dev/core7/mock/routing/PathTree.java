package dev.core7.mock.routing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Paths by their segments, one branch for each. To find one takes as long as the path has segments, however many paths there
 * are. A segment that is written out wins over a parameter in its place, if the rest of the path fits below it.
 *
 * @param <T> what stands at the end of a path
 */
final class PathTree<T> {
    private final Map<String, PathTree<T>> written = new HashMap<>();
    private @Nullable PathTree<T> parameter;
    private @Nullable T end;

    /** Puts something at the end of a path. */
    void put(PathTemplate path, T value) {
        var node = this;
        for (String segment : path.segments()) {
            node = node.branch(segment);
        }
        node.end = value;
    }

    private PathTree<T> branch(String segment) {
        if (!PathTemplate.isParameter(segment)) {
            return written.computeIfAbsent(segment, written -> new PathTree<>());
        }
        var branch = parameter == null ? new PathTree<T>() : parameter;
        parameter = branch;
        return branch;
    }

    /** What stands at the end of the path that fits these segments; null: none does. */
    @Nullable
    T find(List<String> segments) {
        return find(segments, 0);
    }

    private @Nullable T find(List<String> segments, int depth) {
        if (depth == segments.size()) {
            return end;
        }
        String segment = segments.get(depth);
        var branch = written.get(segment);
        var found = branch == null ? null : branch.find(segments, depth + 1);
        return found == null && parameter != null && !segment.isEmpty() ? parameter.find(segments, depth + 1) : found;
    }
}
