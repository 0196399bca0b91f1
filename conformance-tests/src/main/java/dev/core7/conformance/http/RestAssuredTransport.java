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
import io.restassured.http.Header;
import io.restassured.http.Headers;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests with REST-assured, over kept connections; any number of threads may send at once. Redirects are not
 * followed, so that a key never reaches another host. The only importer of REST-assured.
 */
public final class RestAssuredTransport implements Transport {
    private static final int MIB = 1024 * 1024;

    private final String url;
    private final Duration limit;
    private final Trust trust;
    private final TimeBudget budget;
    private final AtomicLong read = new AtomicLong();
    private final Deque<Line> idle = new ConcurrentLinkedDeque<>();

    /**
     * A client and how to use it. An exchange has a line to itself while it lasts, for REST-assured changes the client's
     * interceptors and parameters with each request.
     */
    private record Line(TimedClient client, RestAssuredConfig config) {}

    /** Talks to {@code target}; {@code limit} is for one request, from connecting to the last byte. */
    public RestAssuredTransport(Target target, Duration limit) {
        this(target, limit, Trust.DEFAULT, TimeBudget.unlimited());
    }

    /** Talks to {@code target} as long as the budget lasts, which also ends when {@link #MAX_BODIES} are read. */
    RestAssuredTransport(Target target, Duration limit, Trust trust, TimeBudget budget) {
        this.url = target.url();
        this.limit = limit;
        this.trust = trust;
        this.budget = budget;
    }

    /** What a client can be told once is not told with each request: that is where REST-assured takes its time. */
    private Line newLine() {
        var client = new TimedClient(limit, trust);
        var http =
                new HttpClientConfig(Map.of()).httpClientFactory(() -> client).reuseHttpClientInstance();
        var encoder = EncoderConfig.encoderConfig()
                .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                .defaultContentCharset(StandardCharsets.UTF_8);
        var redirect = RedirectConfig.redirectConfig().followRedirects(false);
        return new Line(
                client,
                RestAssuredConfig.config()
                        .httpClient(http)
                        .encoderConfig(encoder)
                        .redirect(redirect));
    }

    @Override
    public Response send(Request request) throws NoAnswerException {
        budget.over().ifPresent(why -> {
            throw new NotSentException(why);
        });
        var line = Objects.requireNonNullElseGet(idle.pollFirst(), this::newLine);
        try {
            return send(request, line);
        } finally {
            idle.addFirst(line);
        }
    }

    private Response send(Request request, Line line) throws NoAnswerException {
        var started = System.nanoTime();
        var call = call(request, line.config());
        try (var watch = line.client().watch(request.method(), shorter(limit, budget.left()), budget)) {
            var answer = call.request(request.method(), url + request.path());
            var body = new ByteArrayOutputStream();
            boolean endless = read(answer.asInputStream(), body);
            watch.finished(!endless);
            count(body.size());
            return new Response(
                    answer.statusCode(),
                    headers(answer.headers().asList()),
                    endless ? Arrays.copyOf(body.toByteArray(), MAX_KEPT) : body.toByteArray(),
                    endless,
                    Duration.ofNanos(System.nanoTime() - started));
        } catch (Exception e) {
            // REST-assured throws checked exceptions that it does not declare.
            budget.over().ifPresent(why -> {
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
        if (read.addAndGet(size) > MAX_BODIES) {
            budget.end("the bodies of this run's responses are larger than " + MAX_BODIES / MIB
                    + " MiB together: give a project with less data, or judge parts of it with --operation");
        }
    }

    private static RequestSpecification call(Request request, RestAssuredConfig config) {
        var headers = new ArrayList<Header>();
        request.headers().forEach((name, value) -> headers.add(new Header(name, value)));
        var key = request.key();
        if (key != null) {
            headers.add(new Header("Authorization", "Bearer " + key.value()));
        }
        var call = RestAssured.given()
                .config(config)
                .urlEncodingEnabled(false)
                .disableCsrf()
                .headers(new Headers(headers));
        return request.body() == null ? call : call.body(request.body().getBytes(StandardCharsets.UTF_8));
    }

    /** Reads to the end or to the size limit; answers whether the body went on. */
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
