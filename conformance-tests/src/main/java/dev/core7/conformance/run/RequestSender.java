package dev.core7.conformance.run;

import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.exchange.Transport;
import dev.core7.conformance.exchange.Unanswered;
import dev.core7.conformance.objects.WriteGuard;
import dev.core7.conformance.spi.Channel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Sends requests through the write guard, one by one or several at the same time. */
final class RequestSender {
    private final WriteGuard guard;
    private final TargetAvailability availability;

    RequestSender(WriteGuard guard, TargetAvailability availability) {
        this.guard = guard;
        this.availability = availability;
    }

    Channel.Reply send(Channel.Sending sending) {
        var request = sending.request();
        try {
            return Channel.Reply.of(new Exchange(sending.sent(), request, guard.send(request)));
        } catch (Transport.NoAnswerException e) {
            String problem = String.valueOf(e.getMessage());
            return Channel.Reply.of(new Unanswered(sending.sent(), request, problem, e.unreachable(), 1, false));
        } catch (Transport.NotSentException | Transport.GivenUpException e) {
            return Channel.Reply.notSent(String.valueOf(e.getMessage()));
        } catch (IllegalStateException e) {
            return Channel.Reply.notSent("bug in the kit, please report it: " + e);
        }
    }

    /** Sends all of them at the same time; the replies come in the order of the requests. */
    List<Channel.Reply> sendAtOnce(List<Channel.Sending> sendings) {
        var threads = Executors.newFixedThreadPool(sendings.size());
        try {
            var replies = new ArrayList<Channel.Reply>();
            for (Future<Channel.Reply> reply : threads.invokeAll(sendings.stream()
                    .map(sending -> (Callable<Channel.Reply>) () -> send(sending))
                    .toList())) {
                replies.add(reply.get());
            }
            return replies;
        } catch (InterruptedException e) {
            availability.stopRun();
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            threads.shutdown();
        }
    }
}
