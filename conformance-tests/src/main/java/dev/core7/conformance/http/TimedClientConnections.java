package dev.core7.conformance.http;

import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import org.apache.http.conn.ClientConnectionOperator;
import org.apache.http.conn.OperatedClientConnection;
import org.apache.http.conn.scheme.PlainSocketFactory;
import org.apache.http.conn.scheme.Scheme;
import org.apache.http.conn.scheme.SchemeRegistry;
import org.apache.http.impl.conn.DefaultClientConnection;
import org.apache.http.impl.conn.DefaultClientConnectionOperator;
import org.apache.http.impl.conn.PoolingClientConnectionManager;
import org.apache.http.impl.conn.SchemeRegistryFactory;
import org.apache.http.params.HttpParams;

/**
 * Kept connections that know at once whether the server has hung up. Those of the library wait a millisecond for it before
 * each request, which is as long as the rest takes.
 */
@SuppressWarnings("deprecation")
final class TimedClientConnections extends PoolingClientConnectionManager {
    TimedClientConnections() {
        super(schemes());
    }

    private static SchemeRegistry schemes() {
        var schemes = SchemeRegistryFactory.createDefault();
        schemes.register(new Scheme("http", 80, new ChannelSockets()));
        return schemes;
    }

    @Override
    protected ClientConnectionOperator createConnectionOperator(SchemeRegistry schemes) {
        return new DefaultClientConnectionOperator(schemes) {
            @Override
            public OperatedClientConnection createConnection() {
                return new Connection();
            }
        };
    }

    /** Sockets that can be asked without waiting. */
    private static final class ChannelSockets extends PlainSocketFactory {
        @Override
        public Socket createSocket(HttpParams params) {
            try {
                return SocketChannel.open().socket();
            } catch (IOException e) {
                // Of the other kind, then, which can be waited for.
                return super.createSocket(params);
            }
        }
    }

    private static final class Connection extends DefaultClientConnection {
        @Override
        public boolean isStale() {
            var channel = isOpen() ? getSocket().getChannel() : null;
            return channel == null ? super.isStale() : hungUp(channel);
        }

        /** What came unasked is no answer to the next request either. */
        private static boolean hungUp(SocketChannel channel) {
            try {
                channel.configureBlocking(false);
                int read = channel.read(ByteBuffer.allocate(1));
                channel.configureBlocking(true);
                return read != 0;
            } catch (IOException e) {
                return true;
            }
        }
    }
}
