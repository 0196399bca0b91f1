package dev.core7.conformance.http;

import dev.core7.conformance.exchange.Request;
import dev.core7.conformance.exchange.Response;
import dev.core7.conformance.exchange.Transport;
import dev.core7.conformance.run.TimeBudget;
import dev.core7.conformance.target.Target;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests over persistent connections, within the limits of {@link Transport}. Thread-safe. Does not follow redirects, so
 * that a key never reaches another host.
 */
abstract class ClientTransport implements Transport {
    private static final String TRANSFER_ENCODING = "Transfer-Encoding";
    private static final int MIB = 1024 * 1024;

    /** The time at {@link #ORIGIN_NANOS}, so that the starts and durations of requests are measured by one clock. */
    private static final Instant ORIGIN = Instant.now();

    private static final long ORIGIN_NANOS = System.nanoTime();

    private final Target target;
    private final Duration limit;
    private final Trust trust;
    private final TimeBudget budget;
    private final AtomicLong bytesRead = new AtomicLong();
    private final Deque<Session> idle = new ConcurrentLinkedDeque<>();

    /**
     * An HTTP client and what sends requests with it. A session serves one exchange at a time, because the client and REST-assured
     * change with each request.
     */
    private record Session(TimedClient client, Sender sender) {}

    /** Sends one request. */
    @FunctionalInterface
    interface Sender {
        Answer send(Request request, String url) throws Exception;
    }

    /**
     * A response whose body is not read yet.
     *
     * @param headers lower-case name → values
     * @param body null if there is none
     */
    record Answer(
            int status,
            Map<String, List<String>> headers,
            @Nullable InputStream body) {}

    /** Sends requests as long as the budget lasts; it ends when {@link #MAX_TOTAL_BYTES} bytes of bodies have been read. */
    ClientTransport(Target target, Duration limit, Trust trust, TimeBudget budget) {
        this.target = target;
        this.limit = limit;
        this.trust = trust;
        this.budget = budget;
    }

    /** What sends requests with a client. It is created once, because some configurations are slow to create. */
    abstract Sender sender(TimedClient client);

    private Session newSession() {
        var client = new TimedClient(limit, trust);
        return new Session(client, sender(client));
    }

    @Override
    public final Response send(Request request) throws NoAnswerException {
        budget.stopReason().ifPresent(why -> {
            throw new NotSentException(why);
        });
        var session = Objects.requireNonNullElseGet(idle.pollFirst(), this::newSession);
        try {
            return send(request, session);
        } finally {
            idle.addFirst(session);
        }
    }

    private Response send(Request request, Session session) throws NoAnswerException {
        var started = System.nanoTime();
        try (var watch = session.client().watch(request, shorter(limit, budget.remaining()), budget)) {
            var answer = session.sender().send(request, target.resolve(request.pathWithKey()));
            var body = new ByteArrayOutputStream();
            boolean oversized = read(answer.body(), body);
            watch.finished(!oversized);
            count(body.size());
            byte[] kept = oversized ? Arrays.copyOf(body.toByteArray(), MAX_KEPT) : body.toByteArray();
            return new Response(
                    answer.status(),
                    answer.headers(),
                    kept,
                    oversized,
                    Duration.ofNanos(System.nanoTime() - started),
                    Optional.of(ORIGIN.plusNanos(started - ORIGIN_NANOS)),
                    ShownKey.in(answer.headers(), kept, request));
        } catch (Exception e) {
            // REST-assured throws checked exceptions that it does not declare.
            budget.stopReason().ifPresent(why -> {
                throw new GivenUpException(why);
            });
            boolean late = Duration.ofNanos(System.nanoTime() - started).compareTo(limit) >= 0;
            throw Failures.of(e, limit, late);
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private void count(int size) {
        if (bytesRead.addAndGet(size) > MAX_TOTAL_BYTES) {
            budget.end("the response bodies of this run are larger than " + MAX_TOTAL_BYTES / MIB
                    + " MiB in total: use a project with less data, or select operations with --operation");
        }
    }

    /** Reads up to the size limit; returns whether the body is longer. */
    private static boolean read(@Nullable InputStream in, ByteArrayOutputStream body) throws IOException {
        if (in == null) {
            return false;
        }
        var buffer = new byte[8192];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            body.write(buffer, 0, Math.min(n, MAX_BODY - body.size()));
            if (body.size() >= MAX_BODY) {
                return true;
            }
        }
        in.close();
        return false;
    }

    /** Whether the body of a request is sent in chunks, without its length (RFC 9112 §7.1). */
    static boolean isChunked(Request request) {
        return request.headers().containsKey(TRANSFER_ENCODING);
    }

    /** Whether a header is sent as it is; the client itself writes the headers about the body. */
    static boolean isSentAsIs(String header) {
        return !header.equals(TRANSFER_ENCODING);
    }

    /** Adds a header to those of a response. */
    static void add(Map<String, List<String>> headers, String name, @Nullable String value) {
        headers.computeIfAbsent(name.toLowerCase(Locale.ROOT), n -> new ArrayList<>())
                .add(value == null ? "" : value);
    }
}
