package dev.core7.mock;

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
 * Keeps WireMock's admin API, and what else changes the mock, to this machine; from elsewhere it needs the token, if there is one, as
 * {@code Authorization: Token …}. It looks at the connection, for a header can say anything.
 */
final class AdminFence extends HandlerWrapper {
    private final Optional<String> token;

    /** @param token what opens the doors from elsewhere; empty: nothing does */
    AdminFence(Optional<String> token) {
        this.token = token;
    }

    @Override
    public void handle(String target, Request request, HttpServletRequest servlet, HttpServletResponse response)
            throws IOException, ServletException {
        var from = request.getRemoteInetSocketAddress().getAddress();
        if (administers(target, request.getMethod()) && !admits(from, request.getHeader("Authorization"))) {
            request.setHandled(true);
            JettyAnswer.send(
                    PostHogError.denied("The mock is administered from its own machine only, or with its admin token.")
                            .answer(),
                    request.getResponse());
        } else {
            super.handle(target, request, servlet, response);
        }
    }

    /** What the mock shows of itself may be read from anywhere. */
    static boolean administers(String path, String method) {
        boolean reads = method.equals("GET") || method.equals("HEAD");
        return path.startsWith("/__admin") || path.startsWith("/__kit") && !reads;
    }

    boolean admits(InetAddress from, @Nullable String authorization) {
        return from.isLoopbackAddress()
                || authorization != null
                        && token.filter(right -> MessageDigest.isEqual(bytes("Token " + right), bytes(authorization)))
                                .isPresent();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
