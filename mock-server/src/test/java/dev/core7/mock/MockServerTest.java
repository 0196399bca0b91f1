package dev.core7.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.core7.contract.Contract;
import dev.core7.contract.ContractReader;
import dev.core7.contract.InputException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class MockServerTest {
    private static final Contract CONTRACT = ContractReader.bundled();
    private static final String ANNOTATIONS = "/api/projects/1/annotations/";

    @Test
    void listens_on_the_loopback_address_by_default() {
        try (var mock = MockServer.start(CONTRACT)) {
            assertThat(mock.url()).matches("http://127\\.0\\.0\\.1:\\d+");
            assertThat(Client.withAllScopes(mock).send("GET", ANNOTATIONS).status())
                    .isEqualTo(200);
        }
    }

    @Test
    void listens_on_every_address_on_demand() {
        try (var mock = MockServer.start(CONTRACT, MockOptions.defaults().withBindAddress("0.0.0.0"))) {
            assertThat(mock.url()).matches("http://127\\.0\\.0\\.1:\\d+");
            assertThat(Client.withAllScopes(mock).send("GET", ANNOTATIONS).status())
                    .isEqualTo(200);
        }
    }

    @Test
    void reads_an_http_2_body_of_unknown_length() throws IOException, InterruptedException {
        try (var mock = MockServer.start(CONTRACT)) {
            var http = HttpClient.newHttpClient();
            var request = HttpRequest.newBuilder(URI.create(mock.url() + ANNOTATIONS))
                    .header("Authorization", "Bearer " + mock.key("*"));
            http.send(request.build(), BodyHandlers.discarding()); // upgrades the connection
            var body = "[]".getBytes(StandardCharsets.UTF_8);
            var response = http.send(
                    request.header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                            .build(),
                    BodyHandlers.ofString());
            assertThat(response.version()).isEqualTo(HttpClient.Version.HTTP_2);
            assertThat(response.statusCode()).isEqualTo(400);
            assertThat(response.body()).contains("Expected a dictionary, but got list.");
        }
    }

    @Test
    void two_mocks_can_run_at_the_same_time() {
        try (var one = MockServer.start(CONTRACT);
                var other = MockServer.start(CONTRACT)) {
            Client.of(one).send("GET", ANNOTATIONS);
            assertThat(other.url()).isNotEqualTo(one.url());
            assertThat(other.wireMock().getAllServeEvents()).isEmpty();
        }
    }

    @Test
    void starts_wiremock_once_for_simultaneous_requests() throws Exception {
        try (var mock = MockServer.start(CONTRACT)) {
            var together = new CountDownLatch(1);
            var clients = Executors.newFixedThreadPool(8);
            var responses = new ArrayList<Future<Integer>>();
            for (int i = 0; i < 8; i++) {
                responses.add(clients.submit(() -> {
                    together.await();
                    return Client.withAllScopes(mock)
                            .header("Prefer", "code=429")
                            .send("GET", ANNOTATIONS)
                            .status();
                }));
            }
            together.countDown();
            for (var response : responses) {
                assertThat(response.get()).isEqualTo(429);
            }
            assertThat(mock.wireMock().getAllServeEvents()).hasSize(8);
            clients.shutdown();
        }
    }

    @Test
    void reports_in_one_line_that_the_port_is_in_use() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            var options = MockOptions.defaults().withPort(taken.getLocalPort());
            assertThatThrownBy(() -> MockServer.start(CONTRACT, options))
                    .isInstanceOf(InputException.class)
                    .hasMessage(
                            "port " + taken.getLocalPort()
                                    + " of 127.0.0.1 is in use: stop what listens there, or choose another port (0: any free one)");
        }
    }

    @Test
    void reports_that_the_https_port_is_in_use() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            var options = MockOptions.defaults().withHttpsPort(taken.getLocalPort());
            assertThatThrownBy(() -> MockServer.start(CONTRACT, options))
                    .isInstanceOf(InputException.class)
                    .hasMessageStartingWith("port " + taken.getLocalPort() + " of 127.0.0.1 is in use: ");
        }
    }

    @Test
    void reports_in_one_line_that_the_address_is_not_of_this_machine() {
        var options = MockOptions.defaults().withBindAddress("192.0.2.1");
        assertThatThrownBy(() -> MockServer.start(CONTRACT, options))
                .isInstanceOf(InputException.class)
                .hasMessage("the mock cannot listen on port 0 of 192.0.2.1: give an address of this machine");
    }

    @Test
    void refuses_an_invalid_port() {
        assertThatThrownBy(() -> MockOptions.defaults().withPort(65_536))
                .isInstanceOf(InputException.class)
                .hasMessage("port 65536 is invalid: give a number from 0 (any free port) to 65535");
    }

    @Test
    void stops_listening_when_closed() {
        var mock = MockServer.start(CONTRACT);
        var url = URI.create(mock.url());
        mock.close();
        assertThatThrownBy(() -> new Socket(url.getHost(), url.getPort()).close())
                .isInstanceOf(ConnectException.class);
    }

    @Test
    void completes_responses_in_progress_before_it_stops() throws Exception {
        var threads = Executors.newSingleThreadExecutor();
        var begun = new CountDownLatch(1);
        var mayEnd = new CountDownLatch(1);
        var mock = MockServer.start(CONTRACT);
        // The listener blocks the thread of the request until the mock is stopping.
        mock.onViolation(violation -> {
            begun.countDown();
            await(mayEnd);
        });
        try {
            Future<Integer> response = threads.submit(() -> Client.withAllScopes(mock)
                    .send("GET", ANNOTATIONS + "?nonsense=1")
                    .status());
            begun.await();
            var closing = new Thread(mock::close);
            closing.start();
            while (closing.getState() != Thread.State.TIMED_WAITING) {
                Thread.onSpinWait();
            }
            mayEnd.countDown();
            assertThat(response.get()).isEqualTo(200);
            closing.join();
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void sends_delayed_responses_before_it_stops() throws Exception {
        var threads = Executors.newSingleThreadExecutor();
        var begun = new CountDownLatch(1);
        var mock = MockServer.start(CONTRACT);
        mock.onViolation(violation -> begun.countDown());
        try {
            Future<Integer> response = threads.submit(() -> Client.withAllScopes(mock)
                    .header("Prefer", "delay=500")
                    .send("GET", ANNOTATIONS + "?nonsense=1")
                    .status());
            begun.await();
            mock.close();
            assertThat(response.get()).isEqualTo(200);
        } finally {
            threads.shutdown();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void returns_the_text_of_keys() {
        try (var mock = MockServer.start(CONTRACT)) {
            assertThat(mock.key("annotation:read", "cohort:read")).isEqualTo("phx_mock.annotation:read+cohort:read");
            assertThat(mock.key("*")).isEqualTo("phx_mock.*");
            assertThat(mock.keyForProject("2", "*")).isEqualTo("phx_mock@2.*");
        }
    }

    @Test
    void refuses_to_create_an_invalid_key() {
        try (var mock = MockServer.start(CONTRACT)) {
            assertThatThrownBy(() -> mock.key("anotation:read"))
                    .isInstanceOf(InputException.class)
                    .hasMessageStartingWith("phx_mock.anotation:read is not a key of the mock: ")
                    .hasMessageContaining(" annotation:read ");
            assertThatThrownBy(mock::key).isInstanceOf(InputException.class);
        }
    }

    @Test
    void refuses_to_allow_a_field_of_an_unknown_operation() {
        var options = MockOptions.defaults().allowing("annotation_create", "emoji");
        assertThatThrownBy(() -> MockServer.start(CONTRACT, options))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("the contract has no operation annotation_create: it has ")
                .hasMessageContaining(" annotations_create ");
    }

    @Test
    void serves_many_clients_at_once() throws ExecutionException, InterruptedException {
        var threads = Executors.newFixedThreadPool(8);
        try (var mock = MockServer.start(CONTRACT)) {
            var responses = new ArrayList<Future<Integer>>();
            for (int i = 0; i < 400; i++) {
                boolean allowed = i % 2 == 0;
                String key = mock.key(allowed ? "annotation:read" : "cohort:read");
                Callable<Integer> call =
                        () -> Client.of(mock).key(key).send("GET", ANNOTATIONS).status();
                responses.add(threads.submit(call));
            }
            for (int i = 0; i < responses.size(); i++) {
                assertThat(responses.get(i).get()).isEqualTo(i % 2 == 0 ? 200 : 403);
            }
            assertThat(mock.wireMock().getAllServeEvents()).hasSize(400);
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void prints_nothing() {
        var out = System.out;
        var printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true));
        try (var mock = MockServer.start(CONTRACT)) {
            Client.withAllScopes(mock).send("GET", ANNOTATIONS);
            Client.of(mock).send("GET", "/nowhere");
        } finally {
            System.setOut(out);
        }
        assertThat(printed.toString()).isEmpty();
    }
}
