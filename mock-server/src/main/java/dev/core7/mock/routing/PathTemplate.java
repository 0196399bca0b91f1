package dev.core7.mock.routing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The segments of a path of the contract, such as {@code api}, {@code projects}, {@code {project_id}}.
 *
 * <p>If two templates match a path, the one with a literal segment takes precedence over the one with a parameter there.
 */
record PathTemplate(List<String> segments) {
    /** Sorts templates with literal segments further to the left first. */
    static final Comparator<PathTemplate> MOST_SPECIFIC_FIRST = (a, b) -> {
        for (int i = 0; i < Math.min(a.segments.size(), b.segments.size()); i++) {
            int order = Boolean.compare(isParameter(a.segments.get(i)), isParameter(b.segments.get(i)));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    };

    /** Returns the template of a path of the contract. */
    static PathTemplate of(String path) {
        return new PathTemplate(split(path));
    }

    /** Returns the segments of a path; one trailing slash is ignored. */
    static List<String> split(String path) {
        var segments = new ArrayList<String>();
        int start = path.startsWith("/") ? 1 : 0;
        for (int slash = path.indexOf('/', start); slash >= 0; slash = path.indexOf('/', start)) {
            segments.add(path.substring(start, slash));
            start = slash + 1;
        }
        if (start < path.length() || segments.isEmpty()) {
            segments.add(path.substring(start));
        }
        return segments;
    }

    /** Returns the parameter values in the segments of a matching path. */
    Map<String, String> values(List<String> path) {
        var values = new LinkedHashMap<String, String>();
        for (int i = 0; i < path.size(); i++) {
            String segment = segments.get(i);
            if (isParameter(segment)) {
                values.put(segment.substring(1, segment.length() - 1), path.get(i));
            }
        }
        return values;
    }

    /** Returns a regular expression for the matching paths that belong to none of {@code others}; a trailing slash is optional. */
    String regex(List<PathTemplate> others) {
        var regex = new StringBuilder();
        others.stream().filter(this::yieldsTo).forEach(other -> regex.append("(?!" + other.plainRegex() + "$)"));
        return regex + plainRegex();
    }

    private String plainRegex() {
        var regex = new StringBuilder();
        for (String segment : segments) {
            regex.append('/').append(isParameter(segment) ? "[^/]+" : literal(segment));
        }
        return regex + "/?";
    }

    private boolean yieldsTo(PathTemplate other) {
        return segments.size() == other.segments.size()
                && MOST_SPECIFIC_FIRST.compare(other, this) < 0
                && overlaps(other);
    }

    private boolean overlaps(PathTemplate other) {
        for (int i = 0; i < segments.size(); i++) {
            String segment = segments.get(i);
            String otherSegment = other.segments.get(i);
            if (!isParameter(segment) && !isParameter(otherSegment) && !segment.equals(otherSegment)) {
                return false;
            }
        }
        return true;
    }

    private static String literal(String segment) {
        return segment.matches("[\\w-]+") ? segment : Pattern.quote(segment);
    }

    /** Returns whether a segment is a parameter. */
    static boolean isParameter(String segment) {
        return segment.startsWith("{");
    }
}
