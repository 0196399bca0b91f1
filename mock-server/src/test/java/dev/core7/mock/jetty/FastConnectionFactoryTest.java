package dev.core7.mock.jetty;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.mock.Client;
import dev.core7.mock.FreshMock;
import dev.core7.mock.MockOptions;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A few threads read all requests, so none of them may block. */
class FastConnectionFactoryTest extends FreshMock {
    private static final String HEAD = " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer phx_mock.*\r\n";

    /** More than the number of Jetty's threads. */
    private static final int MANY = 50;

    private final List<Socket> sockets = new ArrayList<>();

    @AfterEach
    void closeSockets() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    private Socket writing(String text) throws IOException {
        var url = URI.create(mock.url());
        var socket = new Socket(url.getHost(), url.getPort());
        sockets.add(socket);
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        return socket;
    }

    private void assertServesOthers() throws IOException {
        assertThat(RawConnection.send(mock, "GET " + ANNOTATIONS + HEAD + "Connection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200 ");
    }

    /** Returns the threads that handle requests; each request must violate the contract. */
    private List<String> threadsOf(String requests) throws IOException {
        var threads = new CopyOnWriteArrayList<String>();
        mock.onViolation(violation -> threads.add(Thread.currentThread().getName()));
        RawConnection.send(mock, requests);
        return threads;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET " + ANNOTATIONS + "?none=1" + HEAD + "\r\n",
                "POST " + ANNOTATIONS + HEAD
                        + "Content-Type: application/json\r\nContent-Length: 11\r\n\r\n{\"none\": 1}"
            })
    void complete_request_is_handled_by_the_reading_thread(String request) throws IOException {
        assertThat(threadsOf(request)).hasSize(1).allMatch(name -> name.startsWith("qtp"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Prefer: code=404\r\n", "Transfer-Encoding: chunked\r\n\r\n0\r\n"})
    void request_that_may_block_is_handled_by_another_thread(String more) throws IOException {
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
    void incomplete_bodies_do_not_block_other_clients(String begun) throws IOException {
        for (int i = 0; i < MANY; i++) {
            writing("POST " + ANNOTATIONS + HEAD + "Content-Type: application/json\r\n" + begun);
            assertServesOthers();
        }
    }

    @Test
    void waiting_proxy_stubs_do_not_block_other_clients() throws IOException {
        restart(MockOptions.defaults().withProxying());
        try (var silentServer = new ServerSocket(0, MANY, InetAddress.getLoopbackAddress())) {
            silentServer.setSoTimeout(10_000);
            var proxy = aResponse().proxiedFrom("http://127.0.0.1:" + silentServer.getLocalPort());
            mock.wireMock().stubFor(get(urlPathEqualTo("/mine")).willReturn(proxy));
            for (int i = 0; i < 3; i++) {
                writing("GET /mine" + HEAD + "\r\n");
                sockets.add(silentServer.accept());
            }
            assertServesOthers();
        }
    }

    @Test
    void delayed_responses_occupy_no_thread() throws IOException {
        for (int i = 0; i < MANY; i++) {
            writing("GET " + ANNOTATIONS + HEAD + "Prefer: delay=1500\r\n\r\n");
        }
        assertThat(Client.withAllScopes(mock)
                        .header("Prefer", "code=404")
                        .send("GET", ANNOTATIONS)
                        .status())
                .isEqualTo(404);
        for (Socket delayed : sockets) {
            assertThat(delayed.getInputStream().available()).isZero();
        }
    }

    /** Each connection begins as HTTP/1.1, and its response exceeds the initial flow-control window of HTTP/2. */
    @Test
    void connections_upgraded_to_http_2_do_not_block_other_clients() throws Exception {
        var large = HttpRequest.newBuilder(URI.create(mock.url() + "/__kit/docs/swagger-ui.js"))
                .timeout(Duration.ofSeconds(10))
                .build();
        for (int i = 0; i < MANY / 2; i++) {
            var response = HttpClient.newHttpClient().send(large, BodyHandlers.ofString());
            assertThat(response.version()).isEqualTo(HttpClient.Version.HTTP_2);
            assertThat(response.statusCode()).isEqualTo(200);
        }
    }

    @Test
    void client_that_does_not_read_does_not_block_other_clients() throws Exception {
        var url = URI.create(mock.url());
        try (var client = SocketChannel.open()) {
            client.setOption(StandardSocketOptions.SO_RCVBUF, 1_024);
            client.connect(new InetSocketAddress(url.getHost(), url.getPort()));
            client.configureBlocking(false);
            var request = ByteBuffer.wrap(("GET " + ANNOTATIONS + HEAD + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            // Until the mock permanently reads no more; it may pause for other reasons.
            for (int refused = 0; refused < 100; ) {
                if (client.write(request) > 0) {
                    refused = 0;
                } else {
                    refused++;
                    assertServesOthers();
                }
                if (!request.hasRemaining()) {
                    request.rewind();
                }
            }
        }
    }
}
