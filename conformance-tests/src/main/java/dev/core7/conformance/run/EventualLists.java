package dev.core7.conformance.run;

import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.exchange.Paths;
import dev.core7.conformance.exchange.Purpose;
import dev.core7.conformance.spi.Channel;
import dev.core7.conformance.spi.ExhaustedWaits;
import dev.core7.conformance.spi.RetryDelay;
import java.util.List;

/** Requests an empty list again if the run has written to it, because the change may appear later ({@code x-eventually}). */
final class EventualLists {
    private final Channel channel;
    private final RetryDelay retryDelay;

    EventualLists(Channel channel, RetryDelay retryDelay) {
        this.channel = channel;
        this.retryDelay = retryDelay;
    }

    /** Repeats the request while the list is empty, within the time of {@code x-eventually}. Returns the last reply. */
    Channel.Reply retryUntilNotEmpty(Channel.Sending sending, Channel.Reply first) {
        var eventually = sending.sent().operation().eventually();
        var id = sending.sent().operation().id();
        var reply = first;
        if (eventually.isEmpty() || channel.waits().areOver(id, ExhaustedWaits.LATER) || !wasWrittenTo(sending)) {
            return reply;
        }
        for (int i = 0; isEmpty(sending, reply); i++) {
            if (i == eventually.get().times()) {
                channel.waits().wasInVain(id, ExhaustedWaits.LATER);
                return reply;
            }
            if (!retryDelay.before(eventually.get().pause())) {
                return reply;
            }
            reply = channel.send(List.of(sending)).get(0);
        }
        return reply;
    }

    private static boolean isEmpty(Channel.Sending sending, Channel.Reply reply) {
        return sending.sent().purpose() instanceof Purpose.Documented
                && reply.exchange().filter(Exchange::showsEmptyList).isPresent();
    }

    /** Whether a write to a path below the object of the list was accepted. */
    private boolean wasWrittenTo(Channel.Sending sending) {
        String object = Paths.withoutQuery(sending.request().path()).replaceFirst("[^/]+/?$", "");
        return channel.exchanges().stream()
                .filter(exchange -> exchange.sent().purpose() instanceof Purpose.Documented)
                .filter(exchange -> !exchange.request().isSafe() && exchange.accepted())
                .map(exchange -> exchange.request().path())
                .anyMatch(path -> path.startsWith(object) && !path.equals(object));
    }
}
