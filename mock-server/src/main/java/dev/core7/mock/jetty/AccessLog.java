package dev.core7.mock.jetty;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import wiremock.org.eclipse.jetty.server.Request;
import wiremock.org.eclipse.jetty.server.RequestLog;
import wiremock.org.eclipse.jetty.server.Response;

/** Reports each completed request to listeners. */
public final class AccessLog implements RequestLog {
    private final List<Consumer<AccessLogEntry>> listeners = new CopyOnWriteArrayList<>();

    /** Adds a listener for future requests. It must not block. */
    public void listen(Consumer<AccessLogEntry> listener) {
        listeners.add(listener);
    }

    @Override
    public void log(Request request, Response response) {
        if (listeners.isEmpty()) {
            return;
        }
        var at = Instant.ofEpochMilli(request.getTimeStamp());
        var entry = new AccessLogEntry(
                at,
                String.valueOf(request.getMethod()),
                String.valueOf(request.getHttpURI().getPathQuery()),
                response.getCommittedMetaData().getStatus(),
                response.getHttpChannel().getBytesWritten(),
                Duration.between(at, Instant.now()));
        listeners.forEach(listener -> listener.accept(entry));
    }
}
