package dev.core7.conformance.http;

import dev.core7.conformance.exchange.Request;
import dev.core7.conformance.exchange.Response;
import dev.core7.conformance.exchange.Transport;
import dev.core7.conformance.run.TimeBudget;
import dev.core7.conformance.target.Target;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.config.HttpClientConfig;
import io.restassured.config.RedirectConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.http.Header;
import io.restassured.http.Headers;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests with REST-assured over persistent connections. Thread-safe. Does not follow redirects, so that a key never reaches
 * another host. The only class that imports REST-assured.
 */
public final class RestAssuredTransport implements Transport {
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
     * An HTTP client with its configuration. A session serves one exchange at a time, because REST-assured changes interceptors and
     * parameters of the client with each request.
     */
    private record Session(TimedClient client, RestAssuredConfig config) {}

    /** Sends requests to {@code target}; {@code limit} is for one request, from connecting to the last byte. */
    public RestAssuredTransport(Target target, Duration limit) {
        this(target, limit, Trust.DEFAULT, TimeBudget.unlimited());
    }

    /** Sends requests as long as the budget lasts; it ends when {@link #MAX_TOTAL_BYTES} bytes of bodies have been read. */
    RestAssuredTransport(Target target, Duration limit, Trust trust, TimeBudget budget) {
        this.target = target;
        this.limit = limit;
        this.trust = trust;
        this.budget = budget;
    }

    /** Configures the client once, because REST-assured is slow if each request has a configuration of its own. */
    private Session newSession() {
        var client = new TimedClient(limit, trust);
        var http =
                new HttpClientConfig(Map.of()).httpClientFactory(() -> client).reuseHttpClientInstance();
        var encoder = EncoderConfig.encoderConfig()
                .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                .defaultContentCharset(StandardCharsets.UTF_8)
                .encodeContentTypeAs("application/x-www-form-urlencoded", ContentType.TEXT);
        var redirect = RedirectConfig.redirectConfig().followRedirects(false);
        return new Session(
                client,
                RestAssuredConfig.config()
                        .httpClient(http)
                        .encoderConfig(encoder)
                        .redirect(redirect));
    }

    @Override
    public Response send(Request request) throws NoAnswerException {
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
        var call = call(request, session.config());
        try (var watch = session.client().watch(request.method(), shorter(limit, budget.remaining()), budget)) {
            var response = call.request(request.method(), target.resolve(request.pathWithKey()));
            var body = new ByteArrayOutputStream();
            boolean oversized = read(response.asInputStream(), body);
            watch.finished(!oversized);
            count(body.size());
            var headers = headers(response.headers().asList());
            byte[] kept = oversized ? Arrays.copyOf(body.toByteArray(), MAX_KEPT) : body.toByteArray();
            return new Response(
                    response.statusCode(),
                    headers,
                    kept,
                    oversized,
                    Duration.ofNanos(System.nanoTime() - started),
                    Optional.of(ORIGIN.plusNanos(started - ORIGIN_NANOS)),
                    ShownKey.in(headers, kept, request));
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

    private static RequestSpecification call(Request request, RestAssuredConfig config) {
        var headers = new ArrayList<Header>();
        request.headers().forEach((name, value) -> headers.add(new Header(name, value)));
        request.authorization().ifPresent(value -> headers.add(new Header("Authorization", value)));
        var call = RestAssured.given()
                .config(config)
                .urlEncodingEnabled(false)
                .disableCsrf()
                .headers(new Headers(headers));
        return request.bodyBytes().map(bytes -> call.body(bytes)).orElse(call);
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

    private static Map<String, List<String>> headers(List<Header> all) {
        var headers = new HashMap<String, List<String>>();
        for (Header header : all) {
            headers.computeIfAbsent(header.getName().toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                    .add(header.getValue() == null ? "" : header.getValue());
        }
        return headers;
    }
}
