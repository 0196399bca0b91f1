package dev.core7.conformance.http;

import dev.core7.conformance.exchange.Request;
import dev.core7.conformance.run.TimeBudget;
import java.io.IOException;
import java.net.SocketException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.http.HttpConnection;
import org.apache.http.HttpEntityEnclosingRequest;
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
import org.apache.http.protocol.HTTP;
import org.apache.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP client for REST-assured, with a time limit for a complete exchange. It always releases its connection, processes one
 * exchange at a time, and ignores cookies. It repeats a request only if it is safe and the server has closed a persistent connection
 * before it arrived (RFC 9112 §9.3.1).
 */
@SuppressWarnings("deprecation")
final class TimedClient extends DefaultHttpClient {
    private static final ScheduledExecutorService CLOCK = Executors.newSingleThreadScheduledExecutor(work -> {
        var thread = new Thread(work, "time-limit");
        thread.setDaemon(true);
        return thread;
    });

    /** The library logs every second try under the name of this class. */
    private static final Logger SILENT = Logger.getLogger(TimedClient.class.getName());

    static {
        SILENT.setLevel(Level.OFF);
    }

    private final Connections connections;
    private @Nullable Watch watch;
    private boolean isChunked;

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
        setHttpRequestRetryHandler(TimedClient::isRepeatable);
        addRequestInterceptor(this::beforeRequest);
        addResponseInterceptor(TimedClient::afterResponse);
    }

    private static boolean isRepeatable(IOException failure, int count, HttpContext context) {
        boolean hungUp = failure instanceof NoHttpResponseException || failure instanceof SocketException;
        return count == 1
                && hungUp
                && context.getAttribute(ExecutionContext.HTTP_REQUEST) instanceof HttpRequest request
                && Request.isSafe(request.getRequestLine().getMethod())
                && context.getAttribute(ExecutionContext.HTTP_CONNECTION) instanceof HttpConnection connection
                && connection.getMetrics().getRequestCount() > 1;
    }

    private void beforeRequest(HttpRequest request, HttpContext context) throws IOException {
        if (isChunked && request instanceof HttpEntityEnclosingRequest) {
            request.removeHeaders(HTTP.CONTENT_LEN);
            request.setHeader(HTTP.TRANSFER_ENCODING, HTTP.CHUNK_CODING);
        }
        if (watch != null) {
            watch.uses((ConnectionReleaseTrigger) context.getAttribute(ExecutionContext.HTTP_CONNECTION));
        }
    }

    /**
     * Removes empty bodies, because REST-assured does not read them and so does not release the connection. Removes cookies, because
     * REST-assured fails if it cannot parse them.
     */
    private static void afterResponse(HttpResponse response, HttpContext context) {
        response.removeHeaders("Set-Cookie");
        if (response.getEntity() != null && response.getEntity().getContentLength() == 0) {
            response.setEntity(null);
        }
    }

    /**
     * Closes the connection of the next exchange when {@code limit} or the budget is over. Before a request that is not safe, the
     * library checks for a millisecond whether the server has closed the connection; safe requests can be repeated instead.
     */
    Watch watch(Request request, Duration limit, TimeBudget budget) {
        getParams().setBooleanParameter(CoreConnectionPNames.STALE_CONNECTION_CHECK, !request.isSafe());
        isChunked = ClientTransport.isChunked(request);
        connections.dropIfUnread();
        watch = new Watch(limit, budget, connections);
        return watch;
    }

    /** Creates limited connections. The client processes one exchange at a time, so the newest connection is the one in use. */
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

    /** One exchange. If it does not finish, its connection is closed, because it cannot be used again. */
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
            alarm = CLOCK.schedule(this::expire, limit.toNanos(), TimeUnit.NANOSECONDS);
            ending = budget.whenEnded(this::expire);
        }

        /** Sets the connection of the exchange. */
        private synchronized void uses(ConnectionReleaseTrigger connection) throws IOException {
            this.connection = connection;
            if (late) {
                connection.abortConnection();
            }
        }

        private synchronized void expire() {
            late = true;
            if (!closed && connection == null) {
                // The client is still connecting.
                connections.drop();
            } else if (!closed) {
                cut();
            }
        }

        /** Notes whether the response was read completely. */
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
