package dev.core7.conformance.benign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.conformance.result.Level;
import dev.core7.conformance.result.Outcome;
import dev.core7.conformance.result.Result;
import dev.core7.conformance.result.Verdict;
import dev.core7.conformance.run.Report;
import dev.core7.conformance.target.Key;
import dev.core7.conformance.target.Target;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Where a server is, and what its project and organization are called, is its own business. */
class AddressesTest {
    private final World world = Judged.world();

    private static void assertFlawless(Report report) {
        assertThat(Judged.blame(report)).isEmpty();
        assertThat(report.verdict()).isEqualTo(Verdict.CONFORMANT);
    }

    private Target calling(Map<String, String> parameters, String url, Predicate<Key> which) {
        var target = world.target(url);
        var keys = target.keys().stream().filter(which).toList();
        return new Target(url, parameters, keys, target.fixtures(), target.other());
    }

    @Test
    void a_server_behind_a_prefix_of_the_path_is_found_there_alone() {
        Twist prefixed = (ask, next) -> ask.path().get(0).equals("posthog")
                ? next.apply(ask.below(1))
                : Reply.text(404, "text/html", "<h1>another application</h1>");
        try (var server = new RealServer(world.posthog(), prefixed, RealServer.Wire.PLAIN)) {
            assertFlawless(Judged.some(world.target(server.url() + "/posthog")));
        }
    }

    /** To a key of another project it would stand for that one, so that none is lent. */
    @Test
    void current_may_stand_for_the_project_and_the_organization_of_the_key() {
        var current = Map.of("project_id", "@current", "organization_id", "@current");
        try (var server = new RealServer(world.posthog(), Twist.NONE, RealServer.Wire.PLAIN)) {
            var report = Judged.some(
                    calling(current, server.url(), key -> key.project().isEmpty()));
            assertThat(Judged.blame(report)).isEmpty();
            assertThat(report.results(Level.MUST, Outcome.NotProven.class))
                    .extracting(Result::check)
                    .containsOnly("foreign-key-refused");
        }
    }

    @Test
    void projects_and_organizations_may_have_names_for_ids() {
        var names = Map.of("project_id", "our-project", "organization_id", "acme co.ü");
        Twist named = (ask, next) -> ask.path().get(1).equals("organizations")
                ? next.apply(ask.path().get(2).equals("acme co.ü") ? ask.withPath(2, PostHog.ORGANIZATION) : ask)
                : next.apply(ask.withPath(2, ask.path().get(2).equals("our-project") ? "1" : "unknown"));
        try (var server = new RealServer(world.posthog(), named, RealServer.Wire.PLAIN)) {
            assertFlawless(Judged.some(calling(names, server.url(), key -> true)));
        }
    }
}
