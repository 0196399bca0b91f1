package dev.core7.mock;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import wiremock.org.eclipse.jetty.server.Request;
import wiremock.org.eclipse.jetty.server.RequestLog;
import wiremock.org.eclipse.jetty.server.Response;

/** Tells of each request that was answered, whoever answered it, to the one who wants to know. */
final class AccessLog implements RequestLog {
    private volatile @Nullable Consumer<Answered> listener;

    void listen(Consumer<Answered> other) {
        listener = other;
    }

    @Override
    public void log(Request request, Response response) {
        var told = listener;
        if (told != null) {
            var at = Instant.ofEpochMilli(request.getTimeStamp());
            told.accept(new Answered(
                    at,
                    String.valueOf(request.getMethod()),
                    String.valueOf(request.getHttpURI().getPathQuery()),
                    response.getCommittedMetaData().getStatus(),
                    response.getHttpChannel().getBytesWritten(),
                    Duration.between(at, Instant.now())));
        }
    }
}
