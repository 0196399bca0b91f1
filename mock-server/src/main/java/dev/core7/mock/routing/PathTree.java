package dev.core7.mock.routing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A tree of path templates with one node per segment. The time to find one depends on the number of segments, not on the number of
 * templates. A literal segment takes precedence over a parameter if the rest of the path matches below it.
 *
 * @param <T> the value of a path
 */
final class PathTree<T> {
    private final Map<String, PathTree<T>> literals = new HashMap<>();
    private @Nullable PathTree<T> parameter;
    private @Nullable T value;

    /** Adds the value of a path. */
    void put(PathTemplate path, T value) {
        var node = this;
        for (String segment : path.segments()) {
            node = node.branch(segment);
        }
        node.value = value;
    }

    private PathTree<T> branch(String segment) {
        if (!PathTemplate.isParameter(segment)) {
            return literals.computeIfAbsent(segment, key -> new PathTree<>());
        }
        var branch = parameter == null ? new PathTree<T>() : parameter;
        parameter = branch;
        return branch;
    }

    /** Returns the value of the path that matches these segments; null if there is none. */
    @Nullable
    T find(List<String> segments) {
        return find(segments, 0);
    }

    private @Nullable T find(List<String> segments, int depth) {
        if (depth == segments.size()) {
            return value;
        }
        String segment = segments.get(depth);
        var branch = literals.get(segment);
        var found = branch == null ? null : branch.find(segments, depth + 1);
        return found == null && parameter != null && !segment.isEmpty() ? parameter.find(segments, depth + 1) : found;
    }
}
