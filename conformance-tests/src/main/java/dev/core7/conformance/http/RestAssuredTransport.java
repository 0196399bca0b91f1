package dev.core7.conformance.http;

import dev.core7.conformance.run.Request;
import dev.core7.conformance.run.Response;
import dev.core7.conformance.run.Target;
import dev.core7.conformance.run.Transport;
import io.restassured.RestAssured;
import io.restassured.builder.RequestSpecBuilder;
import io.restassured.config.EncoderConfig;
import io.restassured.config.HttpClientConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.Header;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests with REST-assured, over one specification and kept connections. Redirects are not followed, so that a key
 * never reaches another host. The only importer of REST-assured.
 */
public final class RestAssuredTransport implements Transport {
    private final RequestSpecification specification;
    private final Duration limit;
    private final TimedClient client = new TimedClient();

    /** Talks to {@code target}; {@code limit} is for one request, from connecting to the last byte. */
    public RestAssuredTransport(Target target, Duration limit) {
        this.limit = limit;
        int millis = (int) Math.min(limit.toMillis(), Integer.MAX_VALUE);
        var http = HttpClientConfig.httpClientConfig()
                .httpClientFactory(() -> client)
                .setParam("http.connection.timeout", millis)
                .setParam("http.socket.timeout", millis)
                .reuseHttpClientInstance();
        var encoder = EncoderConfig.encoderConfig()
                .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                .defaultContentCharset(StandardCharsets.UTF_8);
        this.specification = new RequestSpecBuilder()
                .setConfig(RestAssuredConfig.config().httpClient(http).encoderConfig(encoder))
                .setBaseUri(target.url())
                .setUrlEncodingEnabled(false)
                .build();
    }

    @Override
    public Response send(Request request) throws NoAnswerException {
        var started = System.nanoTime();
        var call = RestAssured.given(specification).redirects().follow(false);
        request.headers().forEach(call::header);
        var key = request.key();
        if (key != null) {
            call.header("Authorization", "Bearer " + key.value());
        }
        if (request.body() != null) {
            call.body(request.body().getBytes(StandardCharsets.UTF_8));
        }
        try (var watch = client.watch(limit)) {
            var answer = call.request(request.method(), request.path());
            var body = new ByteArrayOutputStream();
            boolean endless = read(answer.asInputStream(), body);
            watch.finished(!endless);
            return new Response(
                    answer.statusCode(),
                    headers(answer.headers().asList()),
                    body.toByteArray(),
                    endless,
                    Duration.ofNanos(System.nanoTime() - started));
        } catch (Exception e) {
            // REST-assured throws checked exceptions that it does not declare.
            throw noAnswer(e, Duration.ofNanos(System.nanoTime() - started).compareTo(limit) >= 0);
        }
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

    private NoAnswerException noAnswer(Exception e, boolean late) {
        if (e instanceof UnknownHostException) {
            return new NoAnswerException("no such host", true);
        }
        if (e instanceof ConnectException) {
            return new NoAnswerException("no connection: " + e.getMessage(), true);
        }
        if (late || e instanceof SocketTimeoutException) {
            return new NoAnswerException("no complete answer within " + limit.toSeconds() + " s", false);
        }
        if (e instanceof SSLException) {
            return new NoAnswerException("no secure connection: " + e.getMessage(), true);
        }
        return new NoAnswerException("no HTTP answer: " + e.getClass().getSimpleName() + ": " + e.getMessage(), false);
    }
}
