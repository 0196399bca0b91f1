package dev.core7.mock.jetty;

import dev.core7.mock.http.PostHogError;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import wiremock.jakarta.servlet.ServletException;
import wiremock.jakarta.servlet.http.HttpServletRequest;
import wiremock.jakarta.servlet.http.HttpServletResponse;
import wiremock.org.eclipse.jetty.server.Request;
import wiremock.org.eclipse.jetty.server.handler.HandlerWrapper;

/**
 * Restricts WireMock's admin API, and other requests that change the mock, to this machine. Other machines need the admin token, if
 * there is one, as {@code Authorization: Token …}. The handler checks the address of the connection, which a header cannot forge.
 */
public final class AdminAccessHandler extends HandlerWrapper {
    private final Optional<String> token;

    /** @param token the admin token for other machines; empty: they have no access */
    public AdminAccessHandler(Optional<String> token) {
        this.token = token;
    }

    @Override
    public void handle(String target, Request request, HttpServletRequest servlet, HttpServletResponse response)
            throws IOException, ServletException {
        var from = request.getRemoteInetSocketAddress().getAddress();
        if (administers(target, request.getMethod()) && !admits(from, request.getHeader("Authorization"))) {
            request.setHandled(true);
            JettyResponses.send(
                    PostHogError.denied("Administer the mock from its own machine, or send its admin token.")
                            .response(),
                    request.getResponse());
        } else {
            super.handle(target, request, servlet, response);
        }
    }

    /** Returns whether a request administers the mock. Reading the mock's own endpoints does not. */
    static boolean administers(String path, String method) {
        boolean reads = method.equals("GET") || method.equals("HEAD");
        return path.startsWith("/__admin") || path.startsWith("/__kit") && !reads;
    }

    /** Returns whether a caller may administer the mock. */
    boolean admits(InetAddress from, @Nullable String authorization) {
        return from.isLoopbackAddress()
                || authorization != null
                        && token.filter(expected ->
                                        MessageDigest.isEqual(bytes("Token " + expected), bytes(authorization)))
                                .isPresent();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
