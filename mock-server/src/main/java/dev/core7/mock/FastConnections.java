package dev.core7.mock;

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
 * Connections of HTTP/1.1 on which the thread that reads a request answers it, where that needs no waiting; what may need it goes to
 * another thread. Left alone, Jetty gives each request a thread of its own, and where threads outnumber cores, requests wait for their
 * thread's turn for a hundred times as long as their answers take.
 */
final class FastConnections extends HttpConnectionFactory {
    private final Predicate<Request> needsNoWaiting;
    private final Executor others;

    /**
     * @param needsNoWaiting whether a request whose body has arrived can be answered without waiting; asked once a request at most
     * @param others runs what may have to wait
     */
    FastConnections(HttpConfiguration configuration, Predicate<Request> needsNoWaiting, Executor others) {
        super(configuration);
        this.needsNoWaiting = needsNoWaiting;
        this.others = others;
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

        FastConnection(FastConnections factory, Connector connector, EndPoint endPoint) {
            super(factory.getHttpConfiguration(), connector, endPoint, factory.isRecordHttpComplianceViolations());
        }

        @Override
        public void fillInterested() {
            getEndPoint().fillInterested(readable);
        }

        @Override
        protected HttpChannelOverHttp newHttpChannel() {
            return new HttpChannelOverHttp(this, getConnector(), getHttpConfiguration(), getEndPoint(), this) {
                /** False: another thread goes on with it. */
                @Override
                public boolean handle() {
                    if (getState().isIdle() && !isOver() && !(isWhole() && needsNoWaiting.test(getRequest()))) {
                        others.execute(super::handle);
                        return false;
                    }
                    return super.handle();
                }
            };
        }

        /** Whether the client hung up before its body ended: refused without waiting, and here, or Jetty hangs up as well. */
        private boolean isOver() {
            return getEndPoint().isInputShutdown();
        }

        /** Whether there is no body, or it came with the head, read or still in the buffer. */
        private boolean isWhole() {
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

        /** Tells Jetty that the reading thread itself may go on, and must not wait; if the connection becomes one of HTTP/2, that heeds it. */
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
