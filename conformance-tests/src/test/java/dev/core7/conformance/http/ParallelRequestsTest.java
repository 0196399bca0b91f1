package dev.core7.conformance.http;

import static dev.core7.conformance.Targets.get;
import static dev.core7.conformance.Targets.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.core7.conformance.OddServer;
import dev.core7.conformance.RawServer;
import dev.core7.conformance.Targets;
import dev.core7.conformance.exchange.Response;
import dev.core7.conformance.exchange.Transport;
import dev.core7.conformance.exchange.Transport.NoAnswerException;
import dev.core7.conformance.spi.RetryDelay;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ParallelRequestsTest {
    private static final int THREADS = 8;
    private static final Duration LIMIT = Duration.ofSeconds(1);
    /** Longer than these tests take on a busy machine; a test that hangs would never end. */
    private static final Duration MUCH = Duration.ofSeconds(30);

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    private static RestAssuredTransport transport(String url, Duration limit) {
        return new RestAssuredTransport(Targets.at(url), limit);
    }

    /** The task of one thread. */
    @FunctionalInterface
    private interface Work<T> {
        T of(int thread) throws Exception;
    }

    /** Runs the task in several threads that start together; returns their results. */
    private <T> List<T> atOnce(int count, Work<T> work) throws Exception {
        var start = new CyclicBarrier(count);
        IntFunction<Future<T>> begin = thread -> threads.submit(() -> {
            start.await();
            return work.of(thread);
        });
        var results = new ArrayList<T>();
        for (var running : IntStream.range(0, count).mapToObj(begin).toList()) {
            results.add(end(running));
        }
        return results;
    }

    private static <T> T end(Future<T> running) throws Exception {
        return running.get(MUCH.toSeconds(), TimeUnit.SECONDS);
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await(MUCH.toSeconds(), TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError("the others did not come", e);
        }
    }

    @Test
    void parallel_requests_get_their_own_responses() throws Exception {
        var allThere = new CyclicBarrier(THREADS);
        try (var server = new OddServer((exchange, request) -> {
            meet(allThere);
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            exchange.sendResponseHeaders(200, 0);
            try (var zip = new GZIPOutputStream(exchange.getResponseBody())) {
                zip.write((request.path() + " " + request.body()).getBytes(StandardCharsets.UTF_8));
            }
        })) {
            var transport = transport(server.url(), MUCH);
            var answers = atOnce(THREADS, thread -> {
                var texts = new ArrayList<String>();
                for (int i = 0; i < 25; i++) {
                    texts.add(transport
                            .send(request("POST", "/" + thread, Map.of(), "from " + thread))
                            .text());
                }
                return texts;
            });
            for (int thread = 0; thread < THREADS; thread++) {
                assertThat(answers.get(thread)).containsOnly("/" + thread + " from " + thread);
            }
        }
    }

    @Test
    void parallel_exchanges_that_hang_each_fail_at_their_own_time_limit() throws Exception {
        try (var server = new RawServer(ParallelRequestsTest::drip)) {
            var transport = transport(server.url(), LIMIT);
            assertThat(atOnce(2, thread -> cutAfter(transport)))
                    .allSatisfy(took -> assertThat(took).isGreaterThanOrEqualTo(LIMIT));
        }
    }

    /** Writes a byte twenty times a second, until the client closes the connection. */
    private static void drip(Socket socket) throws IOException {
        var out = socket.getOutputStream();
        out.write("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n".getBytes(StandardCharsets.UTF_8));
        var never = new CountDownLatch(1);
        try {
            while (!never.await(50, TimeUnit.MILLISECONDS)) {
                out.write('x');
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private static Duration cutAfter(Transport transport) {
        var started = System.nanoTime();
        assertThatThrownBy(() -> transport.send(get("/"))).hasMessage("no complete response within 1 s");
        return Duration.ofNanos(System.nanoTime() - started);
    }

    @Test
    void a_failing_exchange_does_not_affect_one_that_started_later() throws Exception {
        var broken = new CyclicBarrier(2);
        var whole = new CyclicBarrier(2);
        try (var server = new OddServer((exchange, request) -> {
            var turn = request.path().equals("/whole") ? whole : broken;
            meet(turn); // it has arrived
            meet(turn); // and may go on
            if (turn == whole) {
                OddServer.send(exchange, 200, "text/plain", "whole");
            }
        })) {
            var transport = transport(server.url(), MUCH);
            var first = threads.submit(() -> transport.send(get("/broken")));
            meet(broken);
            var second = threads.submit(() -> transport.send(get("/whole")).text());
            meet(whole);
            meet(broken);
            assertThatThrownBy(() -> end(first)).hasCauseInstanceOf(NoAnswerException.class);
            meet(whole);
            assertThat(end(second)).isEqualTo("whole");
        }
    }

    @Test
    void a_thread_needs_one_connection() throws Exception {
        var answer = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}".getBytes(StandardCharsets.UTF_8);
        try (var server = new RawServer(socket -> socket.getOutputStream().write(answer))) {
            var transport = transport(server.url(), MUCH);
            for (int count : List.of(1, THREADS)) {
                atOnce(count, thread -> {
                    for (int i = 0; i < 25; i++) {
                        transport.send(get("/"));
                    }
                    return thread;
                });
                assertThat(server.connections()).isBetween(1, count);
            }
            assertThat(server.heads()).hasSize(25 + 25 * THREADS);
        }
    }

    @Test
    void the_rate_is_the_same_for_one_thread_and_for_many() throws Exception {
        var waited = new CopyOnWriteArrayList<Duration>();
        var allWait = new CyclicBarrier(THREADS - 1);
        RetryDelay together = duration -> {
            waited.add(duration);
            meet(allWait);
            return true;
        };
        var paced = new PacedTransport(request -> answer(200), 60, together, () -> 0);
        atOnce(THREADS, thread -> paced.send(get("/")));
        assertThat(waited)
                .containsExactlyInAnyOrderElementsOf(LongStream.range(1, THREADS)
                        .mapToObj(Duration::ofSeconds)
                        .toList());
    }

    @Test
    void each_request_has_retries_of_its_own() throws Exception {
        var sent = new AtomicInteger();
        Transport limited = request -> {
            sent.incrementAndGet();
            return answer(429);
        };
        var patient = new PatientTransport(limited, RetryDelay.AT_ONCE, () -> 0);
        atOnce(THREADS, thread -> patient.send(get("/")));
        assertThat(sent).hasValue(THREADS * 5);
    }

    private static Response answer(int status) {
        return new Response(status, Map.of(), new byte[0], false, Duration.ZERO);
    }
}
