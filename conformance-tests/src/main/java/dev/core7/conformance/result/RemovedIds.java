package dev.core7.conformance.result;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The ids of results that the kit no longer has, and the results that judge the same statement now. The table is
 * {@code removed-ids.csv}: the removed id, its successor (empty if there is none), and the release that removed it.
 */
public final class RemovedIds {
    private static final String HEAD = "removed,successor,release";
    private static final RemovedIds BUNDLED = read();

    /** The successors by removed id; empty texts for those without a successor. */
    private final Map<String, String> successors;

    private RemovedIds(Map<String, String> successors) {
        this.successors = successors;
    }

    /** Returns the table of this build. */
    public static RemovedIds bundled() {
        return BUNDLED;
    }

    /**
     * Reads a table.
     *
     * @throws IllegalArgumentException if a line does not have three fields, or an id is listed twice
     */
    public static RemovedIds parse(String csv) {
        var lines = csv.lines().filter(line -> !line.startsWith("#")).toList();
        if (lines.isEmpty() || !lines.get(0).equals(HEAD)) {
            throw new IllegalArgumentException("the first line is not " + HEAD);
        }
        var successors = new LinkedHashMap<String, String>();
        for (String line : lines.subList(1, lines.size())) {
            var fields = line.split(",", -1);
            if (fields.length != 3 || successors.put(fields[0], fields[1]) != null) {
                throw new IllegalArgumentException("not three fields, or listed twice: " + line);
            }
        }
        return new RemovedIds(successors);
    }

    private static RemovedIds read() {
        try (var in = RemovedIds.class.getResourceAsStream("removed-ids.csv")) {
            var bytes = Objects.requireNonNull(in, "removed-ids.csv").readAllBytes();
            return parse(new String(bytes, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns all removed ids of results. */
    public Set<String> ids() {
        return Set.copyOf(successors.keySet());
    }

    /** Whether this is the id of a removed result. */
    public boolean contains(String id) {
        return successors.containsKey(id);
    }

    /** Whether this is the id of a removed result that no other result replaces. */
    public boolean hasNoSuccessor(String id) {
        return contains(id) && current(id).isEmpty();
    }

    /**
     * Returns the id that replaces a removed one.
     *
     * @param id the id of a result, a case, a step, a flow or a check; empty is returned if it is not in the table
     */
    public Optional<String> successor(String id) {
        if (contains(id)) {
            return current(id);
        }
        for (String removed : successors.keySet()) {
            int place = Names.of(removed).indexOf(id);
            var replaced = place < 0
                    ? Optional.<String>empty()
                    : current(removed).map(Names::of).map(names -> names.get(place));
            if (replaced.isPresent()) {
                return replaced;
            }
        }
        return Optional.empty();
    }

    /** Follows the table until an id that is not removed. */
    private Optional<String> current(String id) {
        var next = id;
        for (int i = 0; i <= successors.size() && contains(next); i++) {
            next = successors.getOrDefault(next, "");
        }
        return Optional.of(next).filter(found -> !found.isEmpty() && !contains(found));
    }

    /** What a result is called, from the most to the least specific name. */
    private static final class Names {
        private Names() {}

        /** Returns the id, {@code flow.step/check}, the case, {@code flow.step}, the flow or case, and the check. */
        static List<String> of(String id) {
            var parts = id.split("/", 3);
            if (parts.length < 3) {
                return List.of(id, id, id, id, id, id);
            }
            String testCase = parts[0] + "/" + parts[1];
            int dot = parts[1].indexOf('.');
            return dot < 0
                    ? List.of(id, id, testCase, testCase, testCase, parts[2])
                    : List.of(id, parts[1] + "/" + parts[2], testCase, parts[1], parts[1].substring(0, dot), parts[2]);
        }
    }
}
