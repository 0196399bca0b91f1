package dev.core7.conformance.flows;

import dev.core7.conformance.exchange.Request;
import dev.core7.conformance.exchange.Response;
import dev.core7.conformance.exchange.Transport;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A transport that answers by a script and keeps what it was asked. */
class Script implements Transport {
    final List<Request> received = new CopyOnWriteArrayList<>();
    private final Answers answers;

    Script(Answers answers) {
        this.answers = answers;
    }

    /** What is answered to a request. */
    @FunctionalInterface
    interface Answers {
        Response to(Request request, int number) throws NoAnswerException;
    }

    @Override
    public Response send(Request request) throws NoAnswerException {
        received.add(request);
        return answers.to(request, received.size());
    }

    /** The requests in order, without those that tidy up. */
    List<String> asked() {
        return received.stream()
                .filter(r -> !"{\"deleted\":true}".equals(r.body()))
                .map(r -> r.method() + " " + r.path())
                .toList();
    }

    static Response json(int status, String body) {
        return new Response(
                status,
                Map.of("content-type", List.of("application/json")),
                body.getBytes(StandardCharsets.UTF_8),
                false,
                Duration.ZERO);
    }
}
