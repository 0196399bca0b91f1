package dev.core7.conformance.http;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.http.HttpRequest;
import org.apache.http.HttpResponse;
import org.apache.http.conn.ConnectionReleaseTrigger;
import org.apache.http.impl.client.DefaultHttpClient;
import org.apache.http.impl.conn.PoolingClientConnectionManager;
import org.apache.http.protocol.ExecutionContext;
import org.apache.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/**
 * The kind of client that REST-assured works with, with a limit for a whole exchange and no connection left taken. Every
 * request is sent once: one that breaks off is told, not repeated.
 */
@SuppressWarnings("deprecation")
final class TimedClient extends DefaultHttpClient {
    private static final ScheduledExecutorService CLOCK = Executors.newSingleThreadScheduledExecutor(work -> {
        var thread = new Thread(work, "time-limit");
        thread.setDaemon(true);
        return thread;
    });

    private volatile @Nullable ConnectionReleaseTrigger connection;

    TimedClient() {
        super(new PoolingClientConnectionManager());
        setHttpRequestRetryHandler((failure, count, context) -> false);
        addRequestInterceptor(this::sending);
        addResponseInterceptor(TimedClient::answered);
    }

    private void sending(HttpRequest request, HttpContext context) {
        connection = (ConnectionReleaseTrigger) context.getAttribute(ExecutionContext.HTTP_CONNECTION);
    }

    /**
     * REST-assured never reads an empty body, and its connection would stay taken: such a body is left out. It gives up at
     * cookies that it cannot read: nobody wants any, so they are left out too.
     */
    private static void answered(HttpResponse response, HttpContext context) {
        response.removeHeaders("Set-Cookie");
        if (response.getEntity() != null && response.getEntity().getContentLength() == 0) {
            response.setEntity(null);
        }
    }

    /** Watches over the next exchange: once the limit is over, its connection is cut. */
    Watch watch(Duration limit) {
        connection = null;
        return new Watch(CLOCK.schedule(this::cut, limit.toNanos(), TimeUnit.NANOSECONDS));
    }

    private void cut() {
        try {
            var current = connection;
            if (current != null) {
                current.abortConnection();
            }
        } catch (IOException e) {
            // It is gone already.
        }
    }

    /** One exchange. Where it does not finish, its connection is cut, for nobody could use it again. */
    final class Watch implements AutoCloseable {
        private final Future<?> alarm;
        private boolean finished;

        private Watch(Future<?> alarm) {
            this.alarm = alarm;
        }

        /** Notes whether the answer was read to its end. */
        void finished(boolean toItsEnd) {
            finished = toItsEnd;
        }

        @Override
        public void close() {
            alarm.cancel(false);
            if (!finished) {
                cut();
            }
        }
    }
}
