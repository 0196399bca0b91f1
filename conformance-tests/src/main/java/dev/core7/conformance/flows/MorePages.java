package dev.core7.conformance.flows;

import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.exchange.Purpose;
import dev.core7.conformance.exchange.Request;
import dev.core7.conformance.spi.Channel;
import dev.core7.contract.Contract;
import dev.core7.contract.Json;
import dev.core7.contract.MediaType;
import dev.core7.contract.Operation;
import dev.core7.contract.flow.Scope.MissingValueException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads further pages of a list, up to five pages in total. */
final class MorePages {
    private static final int MAX_PAGES = 5;
    private static final String NAME = "page-";

    private final Operation operation;
    private final Channel channel;

    MorePages(String operationId, Contract contract, Channel channel) {
        this.operation = contract.operation(operationId).orElseThrow();
        this.channel = channel;
    }

    /** Reads the next page. Returns false if there is none, or if it cannot be read. */
    boolean readNext() {
        var pages = pages();
        if (pages.isEmpty() || pages.size() == MAX_PAGES) {
            return false;
        }
        var sent = Case.withMinimalKey(channel.target(), operation, NAME + (pages.size() + 1), new Purpose.Step());
        try {
            var next = next(pages.get(pages.size() - 1));
            if (next.isEmpty() || sent.missing().isPresent()) {
                return false;
            }
            var path = PageLink.path(next.get(), operation, channel.target());
            var headers = Map.of("Accept", MediaType.JSON);
            var request = new Request(operation.method(), path, headers, null, sent.key(), "");
            return channel.send(List.of(new Channel.Sending(sent, request)))
                    .get(0)
                    .exchange()
                    .isPresent();
        } catch (MissingValueException e) {
            return false;
        }
    }

    /** Returns which pages were read; empty if there are none. */
    String pagesRead() {
        int read = pages().size();
        return read > 1 ? " on its first " + read + " pages" : read == 1 ? " on its first page" : "";
    }

    /** Returns the first page from the documented request, and the further pages. */
    private List<Exchange> pages() {
        var seen = channel.exchanges().stream()
                .filter(exchange -> exchange.sent().operation().equals(operation))
                .toList();
        return Stream.concat(
                        seen.stream()
                                .filter(exchange -> exchange.sent().purpose() instanceof Purpose.Documented)
                                .limit(1),
                        seen.stream().filter(exchange -> exchange.sent().name().startsWith(NAME)))
                .toList();
    }

    private static Optional<String> next(Exchange page) {
        try {
            return page.accepted() && page.response().json() instanceof Map<?, ?> body
                    ? Optional.ofNullable(body.get("next")).map(String::valueOf)
                    : Optional.empty();
        } catch (Json.NotJsonException e) {
            return Optional.empty();
        }
    }
}
