package dev.core7.contract;

import com.networknt.schema.Error;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reduces the errors of {@code anyOf} and {@code oneOf} to those of the closest branch. A validator reports the errors of every
 * branch if a value matches none. The closest branch is the one with the deepest error, then the one with the fewest errors.
 */
final class UnionErrors {
    private static final Pattern BRANCH = Pattern.compile("/(?:anyOf|oneOf)/(\\d+)(?=/|$)");

    private static final Comparator<List<Error>> CLOSEST = Comparator.<List<Error>>comparingInt(errors ->
                    -errors.stream().mapToInt(UnionErrors::depth).max().orElse(0))
            .thenComparingInt(List::size);

    private UnionErrors() {}

    /** Returns the errors outside of unions, and the errors of the closest branch of each union. */
    static List<Error> closest(List<Error> errors) {
        return closest(errors, 0);
    }

    /** Reduces the unions whose keyword is at position {@code from} of the evaluation path or later. */
    private static List<Error> closest(List<Error> errors, int from) {
        var kept = new ArrayList<Error>();
        var unions = new LinkedHashMap<String, List<Error>>();
        for (Error error : errors) {
            Matcher branch = BRANCH.matcher(path(error));
            if (branch.find(from)) {
                unions.computeIfAbsent(path(error).substring(0, branch.start()), u -> new ArrayList<>())
                        .add(error);
            } else {
                kept.add(error);
            }
        }
        unions.forEach((union, branchErrors) -> kept.addAll(closestBranch(branchErrors, union.length())));
        return kept;
    }

    /** Selects a branch for each location in the value, because a union can apply to many locations, such as the items of a list. */
    private static List<Error> closestBranch(List<Error> branchErrors, int union) {
        int depth = branchErrors.stream().mapToInt(UnionErrors::depth).min().orElse(0);
        var locations = new LinkedHashMap<String, Map<String, List<Error>>>();
        for (Error error : branchErrors) {
            Matcher branch = BRANCH.matcher(path(error));
            branch.find(union);
            locations
                    .computeIfAbsent(location(error, depth), p -> new LinkedHashMap<>())
                    .computeIfAbsent(branch.group(1), b -> new ArrayList<>())
                    .add(error);
        }
        var kept = new ArrayList<Error>();
        for (var branches : locations.values()) {
            var best = branches.values().stream().min(CLOSEST).orElseThrow();
            kept.addAll(closest(best, union + 1));
        }
        return kept;
    }

    private static String location(Error error, int depth) {
        var location = new StringBuilder();
        for (int i = 0; i < depth; i++) {
            location.append('/').append(error.getInstanceLocation().getName(i));
        }
        return location.toString();
    }

    private static int depth(Error error) {
        return error.getInstanceLocation().getNameCount();
    }

    private static String path(Error error) {
        return error.getEvaluationPath().toString();
    }
}
