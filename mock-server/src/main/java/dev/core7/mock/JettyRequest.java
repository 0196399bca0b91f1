package dev.core7.mock;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import wiremock.org.eclipse.jetty.http.HttpFields;
import wiremock.org.eclipse.jetty.http.HttpHeader;
import wiremock.org.eclipse.jetty.http.HttpVersion;
import wiremock.org.eclipse.jetty.server.Request;

/** A request as Jetty read it from the wire; it outlives Jetty's own object, which is used again. */
record JettyRequest(
        String method, String url, String absoluteUrl, HttpFields fields, byte[] body, String clientIp, String protocol)
        implements Incoming {
    private static final byte[] NOTHING = {};

    /** Reads the whole body. */
    static JettyRequest read(Request request) throws IOException {
        return new JettyRequest(
                request.getMethod(),
                request.getHttpURI().getPathQuery(),
                request.getHttpURI().toString(),
                request.getHttpFields().asImmutable(),
                body(request),
                request.getRemoteAddr(),
                request.getProtocol());
    }

    /** A body of known length is read into an array of that length; others take a buffer of many pages. HTTP/2 need not tell one. */
    private static byte[] body(Request request) throws IOException {
        boolean isOpen = request.getHttpVersion() == HttpVersion.HTTP_2 && request.getContentLengthLong() < 0;
        if (isOpen || request.getHttpFields().contains(HttpHeader.TRANSFER_ENCODING)) {
            return request.getInputStream().readAllBytes();
        }
        int length = request.getContentLength();
        return length <= 0 ? NOTHING : request.getInputStream().readNBytes(length);
    }

    @Override
    public @Nullable String header(String name) {
        return fields.get(name);
    }

    @Override
    public List<String> headers(String name) {
        return fields.getValuesList(name);
    }

    /** Header → its values. */
    Map<String, List<String>> headers() {
        var headers = new LinkedHashMap<String, List<String>>();
        fields.getFieldNamesCollection().forEach(name -> headers.put(name, fields.getValuesList(name)));
        return headers;
    }
}
