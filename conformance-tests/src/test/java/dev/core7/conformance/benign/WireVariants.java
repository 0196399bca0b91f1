package dev.core7.conformance.benign;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/** How it comes over the wire. */
final class WireVariants {
    private WireVariants() {}

    static Stream<Variant> all() {
        return Stream.of(
                Variant.of("json_with_a_charset", typed("application/json; charset=utf-8")),
                Variant.of("json_with_a_charset_in_quotes", typed("application/json;charset=\"UTF-8\"")),
                Variant.of("json_in_odd_case", typed("Application/JSON")),
                Variant.of(
                                "headers_of_every_kind",
                                (ask, next) -> next.apply(ask)
                                        .withHeader("Set-Cookie", "a=b; Path=/; HttpOnly")
                                        .withHeader("Vary", "Accept, Cookie, origin")
                                        .withHeader("X-Empty", "")
                                        .withHeader("Server-Timing", "db;dur=3"))
                        .overTheWire(),
                Variant.of("chunked", (exchange, bytes, status) -> {
                    if (bytes.length == 0 || exchange.getRequestMethod().equals("HEAD")) {
                        RealServer.Wire.PLAIN.send(exchange, bytes, status);
                    } else {
                        exchange.sendResponseHeaders(status, 0);
                        for (byte each : bytes) {
                            exchange.getResponseBody().write(each);
                        }
                    }
                }),
                Variant.of("gzip", (exchange, bytes, status) -> {
                    exchange.getResponseHeaders().set("Content-Encoding", "gzip");
                    RealServer.Wire.PLAIN.send(exchange, bytes.length > 0 ? zipped(bytes) : bytes, status);
                }),
                Variant.of(
                                "connection_closed_after_each_answer",
                                (ask, next) -> next.apply(ask).withHeader("Connection", "close"))
                        .overTheWire(),
                Variant.of("a_strong_entity_tag", tagged()),
                Variant.of(
                        "a_weak_entity_tag_that_stays",
                        Shapes.answers(
                                (ask, reply) -> reply.status() == 200, reply -> reply.withHeader("ETag", "W/\"1\""))),
                Variant.of("a_session_for_whoever_sends_its_cookie", session()).overTheWire(),
                Variant.of("a_slow_answer", slowly()).overTheWire(),
                Variant.of("rate_limited_now_and_then", limited("0", 7)),
                Variant.of("overloaded_now_and_then", overloaded()),
                Variant.of("rate_limited_for_a_second", limited("1", 100)),
                Variant.of(
                                "a_type_without_a_body",
                                Shapes.answers(
                                        (ask, reply) -> reply.isEmpty(),
                                        reply -> reply.withHeader("Content-Type", "text/html")))
                        .overTheWire(),
                Variant.of(
                        "a_location_on_created",
                        Shapes.answers(
                                (ask, reply) -> reply.status() == 201,
                                reply -> reply.withHeader("Location", "/somewhere"))));
    }

    private static Twist typed(String type) {
        return Shapes.answers((ask, reply) -> reply.isJson(), reply -> {
            var body = new Reply.Text(new String(reply.bytes(), StandardCharsets.UTF_8));
            return reply.withHeader("Content-Type", type).withBody(body);
        });
    }

    /** A validator of the body, as nginx and Django send it. */
    private static Twist tagged() {
        return Shapes.answers(
                (ask, reply) -> reply.status() == 200,
                reply -> reply.withHeader(
                        "ETag",
                        "\"" + Integer.toHexString(new String(reply.bytes(), StandardCharsets.UTF_8).hashCode())
                                + "\""));
    }

    /** Every so many requests one is told to wait. */
    private static Twist limited(String wait, int every) {
        var count = new AtomicInteger();
        return (ask, next) -> count.incrementAndGet() % every == 0
                ? new Refused(429, "throttled_error", "throttled", null).reply().withHeader("Retry-After", wait)
                : next.apply(ask);
    }

    /** As a proxy does it that sheds load and says for how long. */
    private static Twist overloaded() {
        var count = new AtomicInteger();
        return (ask, next) -> count.incrementAndGet() % 9 == 0
                ? Reply.text(503, "text/html", "<h1>503 Service Temporarily Unavailable</h1>")
                        .withHeader("Retry-After", "0")
                : next.apply(ask);
    }

    /** Whoever has shown a key once need not show it again, if he keeps the cookie. */
    private static Twist session() {
        return (ask, next) -> {
            var key = ask.header("authorization");
            var reply = next.apply(
                    key.isEmpty()
                            ? ask.withHeader(
                                    "authorization", ask.header("cookie").replace("key=", ""))
                            : ask);
            return reply.status() < 300 ? reply.withHeader("Set-Cookie", "key=" + key + "; Path=/") : reply;
        };
    }

    /** One answer is slow, the others are not: the build has better things to do. */
    private static Twist slowly() {
        var first = new AtomicBoolean(true);
        return (ask, next) -> {
            var reply = next.apply(ask);
            if (ask.isFor("GET", "comments", 4) && reply.status() == 200 && first.getAndSet(false)) {
                LockSupport.parkNanos(Duration.ofMillis(400).toNanos());
            }
            return reply;
        };
    }

    private static byte[] zipped(byte[] bytes) throws IOException {
        var zipped = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(zipped)) {
            out.write(bytes);
        }
        return zipped.toByteArray();
    }
}
