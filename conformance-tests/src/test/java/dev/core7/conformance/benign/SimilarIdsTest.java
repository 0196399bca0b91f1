package dev.core7.conformance.benign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.conformance.result.Outcome;
import dev.core7.conformance.result.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.Test;

/** What belongs to one object is shown below another one with a similar id, such as 1 and 15; or one DELETE reaches them all. */
class SimilarIdsTest {
    private static final String GOD = "phx_of_the_server_itself";

    @Test
    void the_activity_of_ids_that_begin_alike_is_found() {
        assertThat(failed(activityOf(String::startsWith))).contains("items-of-parent");
    }

    @Test
    void the_activity_of_ids_that_end_alike_is_found() {
        assertThat(failed(activityOf(String::endsWith))).contains("items-of-parent");
    }

    @Test
    void a_deletion_that_may_have_removed_all_roles_is_not_proven() {
        var deleted = new ArrayList<String>();
        var report = Judged.inside(
                Judged.world(),
                (ask, next) -> {
                    var reply = next.apply(ask);
                    boolean deletes = ask.isFor("DELETE", "roles", 5) && reply.status() == 204;
                    if (deletes && deleted.isEmpty()) {
                        deleted.add(ask.id());
                    }
                    return deletes && !deleted.contains(ask.id())
                            ? Refused.notFound().reply()
                            : reply;
                },
                true);

        assertThat(report.results(Outcome.NotProven.class))
                .extracting(Result::check)
                .contains("others-not-deleted");
    }

    /** Cohorts with short ids, and a server that compares them with a wildcard. */
    private static Twist activityOf(BiPredicate<String, String> isAlike) {
        var ids = new ArrayList<String>();
        return (ask, next) -> {
            var reply = next.apply(ask);
            if (ask.isFor("POST", "cohorts", 4) && reply.body() instanceof Map<?, ?> created && reply.status() == 201) {
                ids.add(String.valueOf(created.get("id")));
            }
            if (!ask.isFor("GET", "cohorts", 6) || !ask.path().get(5).equals("activity") || reply.status() != 200) {
                return reply;
            }
            var more = ids.stream()
                    .filter(id -> !id.equals(ask.id()) && isAlike.test(id, ask.id()))
                    .map(id -> Reply.object("id", "entry-of-" + id, "item_id", id))
                    .toList();
            return reply.mapping(body -> {
                var all = new ArrayList<Object>(body.get("results") instanceof List<?> own ? own : List.of());
                all.addAll(more);
                return HandBrokenTest.replace(body, "results", all);
            });
        };
    }

    private static List<String> failed(Twist twist) {
        // The cohort of somebody else has the id 7, and those of the run two or three digits.
        var world = new World(Judged.CONTRACT, 5, true);
        world.posthog().grant(GOD, Set.of("*"), null);
        return Judged.inside(world, twist, true).results(Outcome.Failed.class).stream()
                .map(Result::check)
                .distinct()
                .toList();
    }
}
