package dev.core7.mock.jetty;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.contract.ContractReader;
import dev.core7.mock.Client;
import dev.core7.mock.MockServer;
import dev.core7.mock.RawConnection;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Few threads read for all: whoever makes one of them wait makes everybody wait. */
class FastConnectionFactoryTest {
    private static final String ANNOTATIONS = "/api/projects/1/annotations/";
    private static final String HEAD = " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer phx_mock.*\r\n";

    /** More than Jetty has threads. */
    private static final int MANY = 50;

    private final List<Socket> sockets = new ArrayList<>();
    private MockServer mock;

    @BeforeEach
    void start() {
        mock = MockServer.start(ContractReader.bundled());
    }

    @AfterEach
    void stop() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
        mock.close();
    }

    private Socket writing(String text) throws IOException {
        var url = URI.create(mock.url());
        var socket = new Socket(url.getHost(), url.getPort());
        sockets.add(socket);
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        return socket;
    }

    private void stillServes() throws IOException {
        assertThat(RawConnection.answer(mock, "GET " + ANNOTATIONS + HEAD + "Connection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200 ");
    }

    /** The threads that meet violations, which these requests are. */
    private List<String> threadsOf(String requests) throws IOException {
        var threads = new CopyOnWriteArrayList<String>();
        mock.onViolation(violation -> threads.add(Thread.currentThread().getName()));
        RawConnection.answer(mock, requests);
        return threads;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET " + ANNOTATIONS + "?none=1" + HEAD + "\r\n",
                "POST " + ANNOTATIONS + HEAD
                        + "Content-Type: application/json\r\nContent-Length: 11\r\n\r\n{\"none\": 1}"
            })
    void what_came_whole_needs_none_of_the_threads_that_may_wait(String request) throws IOException {
        assertThat(threadsOf(request)).hasSize(1).allMatch(name -> name.startsWith("qtp"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Prefer: code=404\r\n", "Transfer-Encoding: chunked\r\n\r\n0\r\n"})
    void what_may_have_to_wait_has_another_thread(String more) throws IOException {
        assertThat(threadsOf("GET " + ANNOTATIONS + "?none=1" + HEAD + more + "\r\n"))
                .hasSize(1)
                .allMatch(name -> name.startsWith("blocking"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 9\r\n\r\n",
                "Content-Length: 9\r\n\r\n{",
                "Transfer-Encoding: chunked\r\n\r\n9\r\n{"
            })
    void a_body_that_is_on_its_way_holds_nobody_up(String begun) throws IOException {
        for (int i = 0; i < MANY; i++) {
            writing("POST " + ANNOTATIONS + HEAD + "Content-Type: application/json\r\n" + begun);
            stillServes();
        }
    }

    @Test
    void a_stub_that_waits_for_another_server_holds_nobody_up() throws IOException {
        try (var mute = new ServerSocket(0, MANY, InetAddress.getLoopbackAddress())) {
            mute.setSoTimeout(10_000);
            var proxy = aResponse().proxiedFrom("http://127.0.0.1:" + mute.getLocalPort());
            mock.wireMock().stubFor(get(urlPathEqualTo("/mine")).willReturn(proxy));
            for (int i = 0; i < 3; i++) {
                writing("GET /mine" + HEAD + "\r\n");
                sockets.add(mute.accept());
            }
            stillServes();
        }
    }

    @Test
    void answers_that_are_delayed_wait_in_no_thread() throws IOException {
        for (int i = 0; i < MANY; i++) {
            writing("GET " + ANNOTATIONS + HEAD + "Prefer: delay=1500\r\n\r\n");
        }
        assertThat(Client.of(mock)
                        .scopes("*")
                        .header("Prefer", "code=404")
                        .send("GET", ANNOTATIONS)
                        .status())
                .isEqualTo(404);
        for (Socket delayed : sockets) {
            assertThat(delayed.getInputStream().available()).isZero();
        }
    }

    /** Each begins as HTTP/1.1, and takes more than HTTP/2 sends without being asked for more. */
    @Test
    void connections_that_become_those_of_http_2_hold_nobody_up() throws Exception {
        var large = HttpRequest.newBuilder(URI.create(mock.url() + "/__kit/docs/swagger-ui.js"))
                .timeout(Duration.ofSeconds(10))
                .build();
        for (int i = 0; i < MANY / 2; i++) {
            var answer = HttpClient.newHttpClient().send(large, BodyHandlers.ofString());
            assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
            assertThat(answer.statusCode()).isEqualTo(200);
        }
    }

    @Test
    void a_client_that_does_not_read_holds_nobody_up() throws Exception {
        var url = URI.create(mock.url());
        try (var deaf = SocketChannel.open()) {
            deaf.setOption(StandardSocketOptions.SO_RCVBUF, 1_024);
            deaf.connect(new InetSocketAddress(url.getHost(), url.getPort()));
            deaf.configureBlocking(false);
            var request = ByteBuffer.wrap(("GET " + ANNOTATIONS + HEAD + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            // Until the mock takes no more, for good: it may have had other things to do.
            for (int refused = 0; refused < 100; ) {
                if (deaf.write(request) > 0) {
                    refused = 0;
                } else {
                    refused++;
                    stillServes();
                }
                if (!request.hasRemaining()) {
                    request.rewind();
                }
            }
        }
    }
}
