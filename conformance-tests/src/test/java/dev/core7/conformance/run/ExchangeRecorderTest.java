package dev.core7.conformance.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.exchange.Purpose;
import dev.core7.conformance.exchange.Request;
import dev.core7.conformance.exchange.Transport;
import dev.core7.conformance.objects.Inventory;
import dev.core7.conformance.objects.Ledger;
import dev.core7.conformance.spi.Channel;
import dev.core7.contract.Contract;
import dev.core7.contract.ContractReader;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ExchangeRecorderTest {
    private static final Contract CONTRACT = ContractReader.bundled();

    private static ExchangeRecorder through(Transport transport) {
        var target = Targets.full(CONTRACT);
        var inventory = new Inventory(CONTRACT, target);
        return new ExchangeRecorder(
                CONTRACT, target, transport, inventory, "0a1b2c3d", Ledger.NONE, new TargetAvailability());
    }

    private static Channel.Sending list() {
        var operation = CONTRACT.operation("cohorts_list").orElseThrow();
        var sent = Case.of(operation, "documented", new Purpose.Documented("application/json"), null);
        return new Channel.Sending(sent, new Request("GET", "/api/projects/1/cohorts/", Map.of(), null, null, ""));
    }

    @Test
    void who_is_interrupted_while_requests_are_out_stays_interrupted_and_sends_nothing_more() {
        var sender = Thread.currentThread();
        var bothAreOut = new CyclicBarrier(2, sender::interrupt);
        var never = new CountDownLatch(1);
        var sent = new AtomicInteger();
        var correspondence = through(request -> {
            sent.incrementAndGet();
            try {
                bothAreOut.await();
                never.await();
            } catch (InterruptedException | BrokenBarrierException e) {
                Thread.currentThread().interrupt();
            }
            throw new Transport.NoAnswerException("given up", false);
        });

        assertThatThrownBy(() -> correspondence.send(List.of(list(), list())))
                .hasCauseInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).isTrue();

        sent.set(0);
        assertThat(correspondence.send(List.of(list())))
                .extracting(Channel.Reply::problem)
                .containsExactly("not sent, because the server stopped responding:"
                        + " check that it is running and repeat the run");
        assertThat(sent).hasValue(0);
    }
}
