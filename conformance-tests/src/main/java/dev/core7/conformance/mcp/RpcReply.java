package dev.core7.conformance.mcp;

import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.result.Outcome;
import dev.core7.conformance.spi.Channel;
import dev.core7.contract.Json;
import dev.core7.contract.JsonValues;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The reply to a JSON-RPC request: its result, or what is wrong.
 *
 * @param exchange the HTTP exchange; empty if there was no response
 * @param result empty if there is none
 * @param problem the outcome if there is no result
 */
record RpcReply(Optional<Exchange> exchange, Optional<Map<?, ?>> result, Outcome problem) {
    /** The id of all requests; each is sent alone. */
    static final int ID = 1;

    private static final String EVENTS = "text/event-stream";
    private static final String DATA = "data:";
    private static final int OK = 200;

    static RpcReply of(Channel.Reply reply) {
        if (reply.exchange().isEmpty()) {
            Outcome outcome = reply.unanswered()
                    .map(request -> Outcome.withoutResponse(request, "a response"))
                    .orElseGet(() -> new Outcome.NotProven(reply.problem()));
            return new RpcReply(Optional.empty(), Optional.empty(), outcome);
        }
        var exchange = reply.exchange().get();
        var response = exchange.response();
        if (response.status() != OK) {
            return problem(exchange, "status", "200", String.valueOf(response.status()));
        }
        var message = messages(response.mediaType(), response.text())
                .flatMap(text -> parsed(text).stream())
                .filter(RpcReply::isOurs)
                .findFirst();
        if (message.isEmpty()) {
            return problem(exchange, "body", "a JSON-RPC response with the id " + ID, "none");
        }
        if (message.get().get("result") instanceof Map<?, ?> result) {
            return new RpcReply(Optional.of(exchange), Optional.of(result), Outcome.passed());
        }
        return problem(
                exchange,
                "/error",
                "a result",
                JsonValues.describe(message.get().get("error")));
    }

    private static RpcReply problem(Exchange exchange, String where, String expected, String actual) {
        return new RpcReply(Optional.of(exchange), Optional.empty(), Outcome.failed(where, expected, actual));
    }

    /** Returns the messages of a body: one, or those of the events of a stream (HTML, Server-sent events). */
    private static Stream<String> messages(String mediaType, String body) {
        return mediaType.equals(EVENTS) ? Stream.of(body.split("\\R\\R")).map(RpcReply::data) : Stream.of(body);
    }

    private static String data(String event) {
        return String.join(
                "\n",
                event.lines()
                        .filter(line -> line.startsWith(DATA))
                        .map(line -> line.substring(DATA.length()))
                        .toList());
    }

    /** Returns the JSON object in a text; empty if the text is something else. */
    static Optional<Map<?, ?>> parsed(String text) {
        try {
            return Json.parse(text) instanceof Map<?, ?> object ? Optional.of(object) : Optional.empty();
        } catch (Json.NotJsonException e) {
            return Optional.empty();
        }
    }

    private static boolean isOurs(Map<?, ?> message) {
        @Nullable Object id = message.get("id");
        return Integer.valueOf(ID).equals(id) && !message.containsKey("method");
    }
}
