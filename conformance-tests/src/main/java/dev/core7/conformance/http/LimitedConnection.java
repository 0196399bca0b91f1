package dev.core7.conformance.http;

import java.io.IOException;
import java.net.Socket;
import org.apache.http.HttpException;
import org.apache.http.HttpMessage;
import org.apache.http.HttpResponse;
import org.apache.http.HttpResponseFactory;
import org.apache.http.config.MessageConstraints;
import org.apache.http.entity.BasicHttpEntity;
import org.apache.http.impl.conn.DefaultClientConnection;
import org.apache.http.impl.conn.DefaultHttpResponseParser;
import org.apache.http.impl.entity.EntityDeserializer;
import org.apache.http.impl.entity.LaxContentLengthStrategy;
import org.apache.http.io.BufferInfo;
import org.apache.http.io.HttpMessageParser;
import org.apache.http.io.SessionInputBuffer;
import org.apache.http.params.HttpParams;
import org.jspecify.annotations.Nullable;

/** A connection that limits the head of each response, and detects bytes that belong to no response. */
@SuppressWarnings("deprecation")
final class LimitedConnection extends DefaultClientConnection {
    private @Nullable SessionInputBuffer received;

    /** Returns whether bytes were received after the last response; they could be mistaken for the next response. */
    boolean hasUnread() {
        try {
            boolean buffered = received instanceof BufferInfo buffer && buffer.length() > 0;
            return isOpen() && (buffered || getSocket().getInputStream().available() > 0);
        } catch (IOException e) {
            return true;
        }
    }

    @Override
    protected SessionInputBuffer createSessionInputBuffer(Socket socket, int size, HttpParams params)
            throws IOException {
        received = super.createSessionInputBuffer(socket, size, params);
        return received;
    }

    @Override
    protected HttpMessageParser<HttpResponse> createResponseParser(
            SessionInputBuffer buffer, HttpResponseFactory factory, HttpParams params) {
        return () ->
                new DefaultHttpResponseParser(new HeadLimit(buffer), null, factory, MessageConstraints.DEFAULT).parse();
    }

    @Override
    protected EntityDeserializer createEntityDeserializer() {
        return new EntityDeserializer(new LaxContentLengthStrategy()) {
            @Override
            protected BasicHttpEntity doDeserialize(SessionInputBuffer buffer, HttpMessage message)
                    throws HttpException, IOException {
                return super.doDeserialize(new HeadLimit(buffer), message);
            }
        };
    }
}
