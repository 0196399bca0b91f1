package dev.core7.conformance.cli;

import dev.core7.conformance.run.Runner;
import dev.core7.conformance.spi.Check;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Results about a list with the objects of all lanes, or about the youngest of them, which may have members or none. Shards do not
 * have these objects in common, so they may differ.
 */
final class LaneResults {
    private static final Pattern OF_ALL_LANES = Pattern.compile(
            ".*_list/[^/]+/("
                    + Runner.checks().stream()
                            .filter(Check::onlyWhereApplicable)
                            .map(Check::id)
                            .collect(Collectors.joining("|"))
                    + ")|.*[.]search-letter/(?!narrower).*|.*/shown-alike-[^/]+/items-alike|.*[.]at-rest/count-follows-members");

    private LaneResults() {}

    static boolean isOfAllLanes(String id) {
        return OF_ALL_LANES.matcher(id).matches();
    }
}
