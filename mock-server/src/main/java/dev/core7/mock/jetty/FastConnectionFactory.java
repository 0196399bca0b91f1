package dev.core7.mock.jetty;

import java.util.concurrent.Executor;
import java.util.function.Predicate;
import wiremock.org.eclipse.jetty.io.Connection;
import wiremock.org.eclipse.jetty.io.EndPoint;
import wiremock.org.eclipse.jetty.server.Connector;
import wiremock.org.eclipse.jetty.server.HttpChannelOverHttp;
import wiremock.org.eclipse.jetty.server.HttpConfiguration;
import wiremock.org.eclipse.jetty.server.HttpConnection;
import wiremock.org.eclipse.jetty.server.HttpConnectionFactory;
import wiremock.org.eclipse.jetty.server.Request;
import wiremock.org.eclipse.jetty.util.Callback;
import wiremock.org.eclipse.jetty.util.thread.Invocable;

/**
 * Creates HTTP/1.1 connections on which the thread that reads a request also handles it if that does not block; other requests go
 * to another thread. By default, Jetty gives each request its own thread. With more threads than cores, a request then waits for
 * its thread a hundred times longer than its response takes.
 */
final class FastConnectionFactory extends HttpConnectionFactory {
    private final Predicate<Request> isNonBlocking;
    private final Executor blocking;

    /**
     * @param isNonBlocking whether a request whose body has arrived can be handled without blocking; called at most once a request
     * @param blocking runs requests that may block
     */
    FastConnectionFactory(HttpConfiguration configuration, Predicate<Request> isNonBlocking, Executor blocking) {
        super(configuration);
        this.isNonBlocking = isNonBlocking;
        this.blocking = blocking;
    }

    @Override
    public Connection newConnection(Connector connector, EndPoint endPoint) {
        var connection = new FastConnection(this, connector, endPoint);
        connection.setUseInputDirectByteBuffers(isUseInputDirectByteBuffers());
        connection.setUseOutputDirectByteBuffers(isUseOutputDirectByteBuffers());
        return configure(connection, connector, endPoint);
    }

    private final class FastConnection extends HttpConnection {
        private final Callback readable = new Readable();

        FastConnection(FastConnectionFactory factory, Connector connector, EndPoint endPoint) {
            super(factory.getHttpConfiguration(), connector, endPoint, factory.isRecordHttpComplianceViolations());
        }

        @Override
        public void fillInterested() {
            getEndPoint().fillInterested(readable);
        }

        @Override
        protected HttpChannelOverHttp newHttpChannel() {
            return new HttpChannelOverHttp(this, getConnector(), getHttpConfiguration(), getEndPoint(), this) {
                /** Returns false if another thread continues. */
                @Override
                public boolean handle() {
                    if (getState().isIdle()
                            && !isInputClosed()
                            && !(isComplete() && isNonBlocking.test(getRequest()))) {
                        blocking.execute(super::handle);
                        return false;
                    }
                    return super.handle();
                }
            };
        }

        /**
         * Returns whether the client closed the connection before the end of its body. Such a request must be refused on this thread,
         * or Jetty closes the connection without a response.
         */
        private boolean isInputClosed() {
            return getEndPoint().isInputShutdown();
        }

        /** Returns whether there is no body, or all of it has arrived with the head. */
        private boolean isComplete() {
            long length = getParser().getContentLength();
            return !getParser().isChunking()
                    && (getParser().getContentRead() >= length
                            || !isRequestBufferEmpty()
                                    && getHttpChannel()
                                                    .getRequest()
                                                    .getHttpInput()
                                                    .available()
                                            == length);
        }

        /** Lets the reading thread continue without blocking; a connection upgraded to HTTP/2 respects this too. */
        private final class Readable implements Callback {
            @Override
            public void succeeded() {
                Invocable.invokeNonBlocking(FastConnection.this::onFillable);
            }

            @Override
            public void failed(Throwable why) {
                onFillInterestedFailed(why);
            }

            @Override
            public InvocationType getInvocationType() {
                return InvocationType.NON_BLOCKING;
            }
        }
    }
}
