package dev.core7.mock.jetty;

import dev.core7.mock.http.MockRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import wiremock.org.eclipse.jetty.http.HttpFields;
import wiremock.org.eclipse.jetty.http.HttpHeader;
import wiremock.org.eclipse.jetty.http.HttpVersion;
import wiremock.org.eclipse.jetty.server.Request;

/** A copy of a Jetty request; Jetty reuses its own object for other requests. */
record JettyRequest(
        String method, String url, String absoluteUrl, HttpFields fields, byte[] body, String clientIp, String protocol)
        implements MockRequest {
    private static final byte[] NO_BODY = {};

    /** Copies a request and reads its whole body. */
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

    /** Returns a request that another part of the mock created. */
    static JettyRequest of(MockRequest request) {
        var fields = HttpFields.build();
        for (String name : List.of("Authorization", "Content-Type", "User-Agent")) {
            request.headers(name).forEach(value -> fields.add(name, value));
        }
        return new JettyRequest(
                request.method(),
                request.url(),
                request.absoluteUrl(),
                fields.asImmutable(),
                request.body(),
                InetAddress.getLoopbackAddress().getHostAddress(),
                HttpVersion.HTTP_1_1.asString());
    }

    /** Reads a body of known length into an array of that length, which needs no buffers. In HTTP/2 the length may be missing. */
    private static byte[] body(Request request) throws IOException {
        boolean hasUnknownLength = request.getHttpVersion() == HttpVersion.HTTP_2 && request.getContentLengthLong() < 0;
        if (hasUnknownLength || request.getHttpFields().contains(HttpHeader.TRANSFER_ENCODING)) {
            return request.getInputStream().readAllBytes();
        }
        int length = request.getContentLength();
        return length <= 0 ? NO_BODY : request.getInputStream().readNBytes(length);
    }

    @Override
    public @Nullable String header(String name) {
        return fields.get(name);
    }

    @Override
    public List<String> headers(String name) {
        return fields.getValuesList(name);
    }

    /** Returns header → its values. */
    Map<String, List<String>> headers() {
        var headers = new LinkedHashMap<String, List<String>>();
        fields.getFieldNamesCollection().forEach(name -> headers.put(name, fields.getValuesList(name)));
        return headers;
    }
}
