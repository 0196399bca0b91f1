package dev.core7.mock.junit;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.core7.mock.MockOptions;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs test classes that use the extension with JUnit's launcher. */
class PostHogMockTest {
    private static final String ANNOTATIONS = "/api/projects/1/annotations/";
    private static final List<String> URLS = new ArrayList<>();

    /** Surefire does not find nested classes. */
    static class Usual {
        @RegisterExtension
        static final PostHogMock mock = PostHogMock.start();

        @Test
        void tolerated() {
            send(mock, "GET", ANNOTATIONS + "?limit=many", "");
        }

        @Test
        void refused() {
            send(mock, "POST", ANNOTATIONS, "{\"content\": [], \"emoji\": \"x\"}");
        }
    }

    static class Allowing {
        @RegisterExtension
        static final PostHogMock mock =
                PostHogMock.start(MockOptions.defaults().withState()).strict().allowing("annotations_create", "emoji");

        @Test
        void allowed() {
            assertThat(send(mock, "POST", ANNOTATIONS, "{\"content\": \"x\", \"emoji\": \"y\"}"))
                    .contains("\"emoji\":\"y\"");
        }

        @Test
        void other_field() {
            send(mock, "POST", ANNOTATIONS, "{\"emojis\": \"y\"}");
        }
    }

    static class Strict {
        @RegisterExtension
        static final PostHogMock mock = PostHogMock.start().strict();

        @Test
        void right() {
            URLS.add(mock.url());
            assertThat(send(mock, "GET", ANNOTATIONS, "")).startsWith("200 {\"count\"");
        }

        @Test
        void wrong() {
            send(mock, "GET", ANNOTATIONS + "?limit=many", "");
        }

        @Nested
        class Inside {
            @Test
            void wrong_inside() {
                URLS.add(mock.url());
                send(mock, "POST", ANNOTATIONS, "{\"contnt\": \"x\"}");
            }
        }
    }

    static class AllowingAll {
        @RegisterExtension
        static final PostHogMock mock = PostHogMock.start().allowingViolations();

        @Test
        void wrong() {
            URLS.add(mock.url());
            send(mock, "GET", "/nowhere", "");
            assertThat(mock.violations()).hasSize(1);
        }
    }

    static class PerTest {
        @RegisterExtension
        final PostHogMock mock = PostHogMock.start(MockOptions.defaults().withState());

        @Test
        void one() {
            URLS.add(mock.url());
            assertThat(send(mock, "POST", ANNOTATIONS, "{\"content\": \"kept\"}"))
                    .startsWith("201 ");
            assertThat(send(mock, "GET", ANNOTATIONS + "?search=kept", "")).contains("\"count\":1,");
        }
    }

    static class Resetting {
        @RegisterExtension
        static final PostHogMock mock = PostHogMock.start(MockOptions.defaults().withState());

        @Test
        void one() {
            assertNoTraceOfOtherTests();
        }

        @Test
        void other() {
            assertNoTraceOfOtherTests();
        }

        private static void assertNoTraceOfOtherTests() {
            assertThat(mock.wireMock().getAllServeEvents()).isEmpty();
            assertThat(send(mock, "GET", ANNOTATIONS + "?search=kept", "")).contains("\"count\":0,");
            send(mock, "POST", ANNOTATIONS, "{\"content\": \"kept\"}");
            mock.wireMock().stubFor(any(anyUrl()).willReturn(ok("mine")));
            assertThat(send(mock, "GET", ANNOTATIONS, "")).isEqualTo("200 mine");
        }
    }

    private static String send(PostHogMock mock, String method, String path, String body) {
        var request = HttpRequest.newBuilder(URI.create(mock.url() + path))
                .header("Authorization", "Bearer " + mock.key("*"))
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        try {
            var response = HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
            return response.statusCode() + " " + response.body();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(method + " " + path, e);
        }
    }

    /** Returns test → error message; empty if it passed. */
    private static Map<String, String> run(Class<?> tests) {
        URLS.clear();
        var results = new TreeMap<String, String>();
        var request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(tests))
                .build();
        LauncherFactory.create().execute(request, new TestExecutionListener() {
            @Override
            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                if (test.isTest()) {
                    results.put(
                            test.getDisplayName(),
                            result.getThrowable().map(Throwable::getMessage).orElse(""));
                }
            }
        });
        return results;
    }

    @Test
    void fails_only_tests_with_refused_violations() {
        assertThat(run(Usual.class))
                .isEqualTo(Map.of(
                        "tolerated()",
                        "",
                        "refused()",
                        "requests violated the contract:\n  POST " + ANNOTATIONS
                                + ": body content: Not a valid string."));
    }

    @Test
    void allows_a_field_by_name() {
        assertThat(run(Allowing.class))
                .isEqualTo(Map.of(
                        "allowed()",
                        "",
                        "other_field()",
                        "requests violated the contract:\n  POST " + ANNOTATIONS
                                + ": body emojis: The operation has no such field. (tolerated)"));
    }

    @Test
    void strict_fails_only_tests_that_violate_the_contract() {
        assertThat(run(Strict.class))
                .isEqualTo(Map.of(
                        "right()", "",
                        "wrong()",
                                "requests violated the contract:\n  GET " + ANNOTATIONS
                                        + ": query limit: Expected integer, got \"many\" (string). (tolerated)",
                        "wrong_inside()",
                                "requests violated the contract:\n  POST " + ANNOTATIONS
                                        + ": body contnt: The operation has no such field. (tolerated)"));
    }

    @Test
    void static_field_starts_once_and_stops_after_the_class() {
        run(Strict.class);
        assertThat(URLS).hasSize(2);
        assertThat(URLS.get(0)).isEqualTo(URLS.get(1));
        assertStopped();
    }

    @Test
    void fails_no_test_if_violations_are_allowed() {
        assertThat(run(AllowingAll.class)).isEqualTo(Map.of("wrong()", ""));
    }

    @Test
    void instance_field_starts_for_each_test() {
        assertThat(run(PerTest.class)).isEqualTo(Map.of("one()", ""));
        assertStopped();
    }

    @Test
    void is_reset_before_each_test() {
        assertThat(run(Resetting.class)).isEqualTo(Map.of("one()", "", "other()", ""));
    }

    private static void assertStopped() {
        var request = HttpRequest.newBuilder(URI.create(URLS.get(0))).build();
        assertThatThrownBy(() -> HttpClient.newHttpClient().send(request, BodyHandlers.ofString()))
                .isInstanceOf(ConnectException.class);
    }
}
