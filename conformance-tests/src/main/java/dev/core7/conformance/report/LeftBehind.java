package dev.core7.conformance.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Objects that a run could not remove, grouped by collection and reason. */
public final class LeftBehind {
    /** The path of an object, perhaps after the method of a request; the last segment of the path is its id. */
    private static final Pattern ENTRY = Pattern.compile("((?:[A-Z]+ )?)(/\\S*?/)([^/\\s]*\\d[^/\\s]*/?)?: (.*)");

    /** The mark in the text of an object, which differs from object to object. */
    private static final Pattern MARK = Pattern.compile("core7-[0-9a-f]{8}(-[0-9a-f]{0,8})?");

    private LeftBehind() {}

    /** Returns one line for each collection and reason. {@code entries} have the form {@code PATH: REASON}. */
    public static List<String> lines(List<String> entries) {
        var groups = new LinkedHashMap<String, List<String>>();
        entries.forEach(entry ->
                groups.computeIfAbsent(key(entry), key -> new ArrayList<>()).add(entry));
        return groups.values().stream().map(LeftBehind::line).toList();
    }

    private static String key(String entry) {
        var parts = ENTRY.matcher(entry);
        if (!parts.matches()) {
            return entry;
        }
        String collection = parts.group(2);
        String reason = parts.group(3) == null ? parts.group(4) : parts.group(4).replace(path(parts), collection);
        return parts.group(1) + collection + ": " + MARK.matcher(reason).replaceAll("");
    }

    private static String line(List<String> group) {
        String first = group.get(0);
        var parts = ENTRY.matcher(first);
        if (group.size() == 1 || !parts.matches()) {
            return first;
        }
        return Formats.count(group.size(), "object") + " under " + parts.group(2) + ": " + parts.group(4)
                + (parts.group(3) == null ? "" : "; first: " + parts.group(1) + path(parts));
    }

    private static String path(Matcher parts) {
        return parts.group(2) + parts.group(3);
    }
}
