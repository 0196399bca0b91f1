package dev.core7.mock;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import wiremock.org.eclipse.jetty.server.Request;
import wiremock.org.eclipse.jetty.server.RequestLog;
import wiremock.org.eclipse.jetty.server.Response;

/** Tells of each request that was answered, whoever answered it, to all who want to know. */
final class AccessLog implements RequestLog {
    private final List<Consumer<Answered>> listeners = new CopyOnWriteArrayList<>();

    void listen(Consumer<Answered> one) {
        listeners.add(one);
    }

    @Override
    public void log(Request request, Response response) {
        if (listeners.isEmpty()) {
            return;
        }
        var at = Instant.ofEpochMilli(request.getTimeStamp());
        var answered = new Answered(
                at,
                String.valueOf(request.getMethod()),
                String.valueOf(request.getHttpURI().getPathQuery()),
                response.getCommittedMetaData().getStatus(),
                response.getHttpChannel().getBytesWritten(),
                Duration.between(at, Instant.now()));
        listeners.forEach(one -> one.accept(answered));
    }
}
