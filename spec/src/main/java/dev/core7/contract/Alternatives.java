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
 * Where a value fits no branch of {@code anyOf} or {@code oneOf}, a validator complains of every branch. Only the branch
 * that the value comes closest to is worth reading: the one whose complaints lie deepest, then the one with the fewest.
 */
final class Alternatives {
    private static final Pattern BRANCH = Pattern.compile("/(?:anyOf|oneOf)/(\\d+)(?=/|$)");

    private static final Comparator<List<Error>> CLOSEST = Comparator.<List<Error>>comparingInt(errors ->
                    -errors.stream().mapToInt(Alternatives::depth).max().orElse(0))
            .thenComparingInt(List::size);

    private Alternatives() {}

    static List<Error> closest(List<Error> errors) {
        return closest(errors, 0);
    }

    /** Keeps one branch of each union that stands in the evaluation path at {@code from} or later. */
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
        unions.forEach((union, complaints) -> kept.addAll(closestBranch(complaints, union.length())));
        return kept;
    }

    /** One schema's union can be applied at many places of the value (the items of a list): each place chooses alone. */
    private static List<Error> closestBranch(List<Error> complaints, int union) {
        int depth = complaints.stream().mapToInt(Alternatives::depth).min().orElse(0);
        var places = new LinkedHashMap<String, Map<String, List<Error>>>();
        for (Error error : complaints) {
            Matcher branch = BRANCH.matcher(path(error));
            branch.find(union);
            places.computeIfAbsent(place(error, depth), p -> new LinkedHashMap<>())
                    .computeIfAbsent(branch.group(1), b -> new ArrayList<>())
                    .add(error);
        }
        var kept = new ArrayList<Error>();
        for (var branches : places.values()) {
            var best = branches.values().stream().min(CLOSEST).orElseThrow();
            kept.addAll(closest(best, union + 1));
        }
        return kept;
    }

    private static String place(Error error, int depth) {
        var place = new StringBuilder();
        for (int i = 0; i < depth; i++) {
            place.append('/').append(error.getInstanceLocation().getName(i));
        }
        return place.toString();
    }

    private static int depth(Error error) {
        return error.getInstanceLocation().getNameCount();
    }

    private static String path(Error error) {
        return error.getEvaluationPath().toString();
    }
}
