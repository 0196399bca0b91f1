package dev.core7.mock.jetty;

import java.io.IOException;
import java.util.regex.Pattern;
import wiremock.jakarta.servlet.ServletException;
import wiremock.jakarta.servlet.http.HttpServletRequest;
import wiremock.jakarta.servlet.http.HttpServletResponse;
import wiremock.org.eclipse.jetty.http.HttpURI;
import wiremock.org.eclipse.jetty.server.Request;
import wiremock.org.eclipse.jetty.server.handler.HandlerWrapper;

/**
 * Decodes percent-encoded letters, digits, {@code - _ ~ @ :} in paths, which mean the same unencoded (RFC 3986, sections 3.3 and
 * 6.2.2.2). WireMock matches paths as they are sent.
 */
public final class PathNormalizer extends HandlerWrapper {
    private static final Pattern ESCAPE = Pattern.compile("%(\\p{XDigit}{2})");
    private static final String DECODED = "-_~@:";
    private static final int HEX = 16;

    @Override
    public void handle(String target, Request request, HttpServletRequest servlet, HttpServletResponse response)
            throws IOException, ServletException {
        String path = request.getHttpURI().getPath();
        if (path != null && path.indexOf('%') >= 0) {
            request.setHttpURI(HttpURI.build(request.getHttpURI()).path(normalized(path)));
        }
        super.handle(target, request, servlet, response);
    }

    private static String normalized(String path) {
        return ESCAPE.matcher(path).replaceAll(escape -> {
            char c = (char) Integer.parseInt(escape.group(1), HEX);
            boolean isPlain = c < 128 && Character.isLetterOrDigit(c) || DECODED.indexOf(c) >= 0;
            return isPlain ? String.valueOf(c) : escape.group();
        });
    }
}
