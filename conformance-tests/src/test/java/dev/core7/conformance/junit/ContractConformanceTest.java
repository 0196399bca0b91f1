package dev.core7.conformance.junit;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.core7.conformance.cli.EmbeddedTarget;
import dev.core7.conformance.target.Target;
import dev.core7.contract.Contract;
import dev.core7.contract.ContractReader;
import dev.core7.contract.Operation;
import dev.core7.mock.MockOptions;
import dev.core7.mock.MockServer;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** What a project sees that extends {@link ContractConformance}: its tests are run here by JUnit's own launcher. */
class ContractConformanceTest {
    /** The operations that need no object: enough to see the door, and quick. */
    private static final Contract CONTRACT = lists(ContractReader.bundled());

    private static final ThreadLocal<Target> JUDGED = new ThreadLocal<>();

    /** How often the project's class was asked for its contract. */
    private static final AtomicInteger READS = new AtomicInteger();

    /** A project's class; not found by Surefire, for it has no name of a test and needs a server. */
    static final class Vendor extends ContractConformance {
        @Override
        protected Target target() {
            return JUDGED.get();
        }

        @Override
        protected Contract contract() {
            READS.incrementAndGet();
            return CONTRACT;
        }
    }

    /** What a launcher was told. */
    private static final class Listener implements TestExecutionListener {
        private final Map<String, Throwable> failed = new LinkedHashMap<>();
        private final Set<String> nodes = new LinkedHashSet<>();
        private int passed;

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            if (test.isContainer()) {
                nodes.add(test.getDisplayName());
            } else if (result.getStatus() == Status.SUCCESSFUL) {
                passed++;
            }
            if (result.getStatus() == Status.FAILED) {
                failed.put(test.getDisplayName(), result.getThrowable().orElseThrow());
            }
        }
    }

    private static Contract lists(Contract whole) {
        var some = whole.operations().stream()
                .filter(o -> o.isSafe() && o.pathParameters().size() == 1)
                .toList();
        return new Contract(whole.title(), whole.version(), whole.digest(), whole.text(), some);
    }

    private static Listener run(MockServer mock) {
        return run(EmbeddedTarget.of(mock, CONTRACT));
    }

    private static Listener run(Target target) {
        JUDGED.set(target);
        READS.set(0);
        var listener = new Listener();
        var request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(Vendor.class))
                .build();
        LauncherFactory.create().execute(request, listener);
        return listener;
    }

    @Test
    void passes_against_the_mock_with_a_node_for_each_operation() {
        try (var mock = MockServer.start(CONTRACT, MockOptions.defaults().withState())) {
            var told = run(mock);
            assertThat(told.failed).isEmpty();
            assertThat(told.passed).isGreaterThan(50);
            assertThat(READS).as("one contract for flows and runner").hasValue(1);
            assertThat(told.nodes)
                    .containsAll(
                            CONTRACT.operations().stream().map(Operation::id).toList());
        }
    }

    @Test
    void fails_against_a_broken_mock_with_the_clause_the_place_and_a_line_to_repeat_it() {
        try (var mock = MockServer.start(CONTRACT, MockOptions.defaults().withState())) {
            mock.wireMock()
                    .stubFor(get(urlPathEqualTo("/api/projects/1/comments/")).willReturn(okJson("{\"results\":[]}")));
            assertThat(run(mock).failed)
                    .hasEntrySatisfying(
                            "documented response-body",
                            e -> assertThat(e.getMessage())
                                    .startsWith("MUST failed: ")
                                    .contains("\n  at /next: expected present, got absent")
                                    .contains("\n  curl -sS -i -H \"Authorization: Bearer $KEY_"));
        }
    }

    @Test
    void a_password_in_the_url_is_refused_without_repeating_it() {
        var target = new Target("http://u:secret@127.0.0.1:1", Map.of(), List.of(), Map.of(), Optional.empty());
        assertThat(run(target).failed)
                .hasSize(1)
                .hasEntrySatisfying(
                        "conformance()",
                        e -> assertThat(e)
                                .hasMessageStartingWith("the URL of the target: the URL contains a user or password")
                                .hasMessageNotContaining("secret"));
    }
}
