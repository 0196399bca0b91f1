package dev.core7.conformance.http;

import dev.core7.conformance.run.TimeBudget;
import java.io.IOException;
import java.net.SocketException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.http.HttpConnection;
import org.apache.http.HttpRequest;
import org.apache.http.HttpResponse;
import org.apache.http.NoHttpResponseException;
import org.apache.http.client.params.ClientPNames;
import org.apache.http.client.params.CookiePolicy;
import org.apache.http.conn.ClientConnectionOperator;
import org.apache.http.conn.ConnectionReleaseTrigger;
import org.apache.http.conn.OperatedClientConnection;
import org.apache.http.conn.scheme.PlainSocketFactory;
import org.apache.http.conn.scheme.Scheme;
import org.apache.http.conn.scheme.SchemeRegistry;
import org.apache.http.impl.client.DefaultHttpClient;
import org.apache.http.impl.conn.DefaultClientConnectionOperator;
import org.apache.http.impl.conn.PoolingClientConnectionManager;
import org.apache.http.params.CoreConnectionPNames;
import org.apache.http.protocol.ExecutionContext;
import org.apache.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/**
 * The kind of client that REST-assured works with, with a limit for a whole exchange and no connection left taken. It has
 * one exchange at a time, sends every request once (one that breaks off is told, not repeated, unless it is safe and met a kept
 * connection that the server has closed meanwhile, RFC 9112 §9.3.1), and keeps no cookie.
 */
@SuppressWarnings("deprecation")
final class TimedClient extends DefaultHttpClient {
    private static final ScheduledExecutorService CLOCK = Executors.newSingleThreadScheduledExecutor(work -> {
        var thread = new Thread(work, "time-limit");
        thread.setDaemon(true);
        return thread;
    });

    /** The library would tell the user's console of every second try, under this class's name. */
    private static final Logger SILENT = Logger.getLogger(TimedClient.class.getName());

    static {
        SILENT.setLevel(Level.OFF);
    }

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    private final Connections connections;
    private @Nullable Watch watch;

    TimedClient(Duration limit, Trust trust) {
        this(limit, new Connections(trust));
    }

    private TimedClient(Duration limit, Connections connections) {
        super(connections);
        this.connections = connections;
        int millis = (int) Math.min(limit.toMillis(), Integer.MAX_VALUE);
        getParams()
                .setIntParameter(CoreConnectionPNames.CONNECTION_TIMEOUT, millis)
                .setIntParameter(CoreConnectionPNames.SO_TIMEOUT, millis)
                .setIntParameter(CoreConnectionPNames.MAX_LINE_LENGTH, HeadLimit.MAX_CHARACTERS)
                .setParameter(ClientPNames.COOKIE_POLICY, CookiePolicy.IGNORE_COOKIES);
        setHttpRequestRetryHandler(TimedClient::hungUpMeanwhile);
        addRequestInterceptor(this::sending);
        addResponseInterceptor(TimedClient::answered);
    }

    private static boolean hungUpMeanwhile(IOException failure, int count, HttpContext context) {
        boolean hungUp = failure instanceof NoHttpResponseException || failure instanceof SocketException;
        return count == 1
                && hungUp
                && context.getAttribute(ExecutionContext.HTTP_REQUEST) instanceof HttpRequest request
                && SAFE.contains(request.getRequestLine().getMethod())
                && context.getAttribute(ExecutionContext.HTTP_CONNECTION) instanceof HttpConnection connection
                && connection.getMetrics().getRequestCount() > 1;
    }

    private void sending(HttpRequest request, HttpContext context) throws IOException {
        if (watch != null) {
            watch.over((ConnectionReleaseTrigger) context.getAttribute(ExecutionContext.HTTP_CONNECTION));
        }
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

    /**
     * Watches over the next exchange: once {@code limit} or the run is over, its connection is cut. A safe request goes out at
     * once, for it can be asked again; before others the library looks for a millisecond whether the server has hung up.
     */
    Watch watch(String method, Duration limit, TimeBudget budget) {
        getParams().setBooleanParameter(CoreConnectionPNames.STALE_CONNECTION_CHECK, !SAFE.contains(method));
        connections.dropIfUnread();
        watch = new Watch(limit, budget, connections);
        return watch;
    }

    /** Makes limited connections. The client has one exchange at a time, so that the newest is the one in use. */
    private static final class Connections extends PoolingClientConnectionManager {
        private volatile @Nullable LimitedConnection newest;

        Connections(Trust trust) {
            super(schemes(trust));
        }

        private static SchemeRegistry schemes(Trust trust) {
            var schemes = new SchemeRegistry();
            schemes.register(new Scheme("http", 80, PlainSocketFactory.getSocketFactory()));
            schemes.register(new Scheme("https", 443, trust.sockets()));
            return schemes;
        }

        @Override
        protected ClientConnectionOperator createConnectionOperator(SchemeRegistry schemes) {
            return new DefaultClientConnectionOperator(schemes) {
                @Override
                public OperatedClientConnection createConnection() {
                    var connection = new LimitedConnection();
                    newest = connection;
                    return connection;
                }
            };
        }

        private void dropIfUnread() {
            var last = newest;
            if (last != null && last.hasUnread()) {
                drop();
            }
        }

        private void drop() {
            try {
                var last = newest;
                if (last != null) {
                    last.shutdown();
                }
            } catch (IOException e) {
                // It is gone already.
            }
        }
    }

    /** One exchange. Where it does not finish, its connection is cut, for nobody could use it again. */
    static final class Watch implements AutoCloseable {
        private final Future<?> alarm;
        private final TimeBudget.Registration ending;
        private final Connections connections;
        private @Nullable ConnectionReleaseTrigger connection;
        private boolean late;
        private boolean finished;
        private boolean closed;

        private Watch(Duration limit, TimeBudget budget, Connections connections) {
            this.connections = connections;
            alarm = CLOCK.schedule(this::ring, limit.toNanos(), TimeUnit.NANOSECONDS);
            ending = budget.whenEnded(this::ring);
        }

        /** The exchange goes over this connection. */
        private synchronized void over(ConnectionReleaseTrigger connection) throws IOException {
            this.connection = connection;
            if (late) {
                connection.abortConnection();
            }
        }

        private synchronized void ring() {
            late = true;
            if (!closed && connection == null) {
                // It is still connecting.
                connections.drop();
            } else if (!closed) {
                cut();
            }
        }

        /** Notes whether the answer was read to its end. */
        synchronized void finished(boolean toItsEnd) {
            finished = toItsEnd;
        }

        @Override
        public synchronized void close() {
            closed = true;
            alarm.cancel(false);
            ending.close();
            if (!finished) {
                cut();
            }
        }

        private void cut() {
            try {
                if (connection != null) {
                    connection.abortConnection();
                }
            } catch (IOException e) {
                // It is gone already.
            }
        }
    }
}
