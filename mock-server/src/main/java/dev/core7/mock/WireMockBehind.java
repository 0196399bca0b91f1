package dev.core7.mock;

import java.io.IOException;
import java.util.function.Supplier;
import wiremock.jakarta.servlet.ServletException;
import wiremock.jakarta.servlet.http.HttpServletRequest;
import wiremock.jakarta.servlet.http.HttpServletResponse;
import wiremock.org.eclipse.jetty.server.Handler;
import wiremock.org.eclipse.jetty.server.Request;
import wiremock.org.eclipse.jetty.server.handler.HotSwapHandler;

/** WireMock's place in Jetty. It takes as long to start as all else, and most requests are answered in front of it. */
final class WireMockBehind extends HotSwapHandler {
    private final Supplier<?> wireMock;

    /** @param wireMock starts WireMock, once, which then moves in */
    WireMockBehind(Supplier<?> wireMock) {
        this.wireMock = wireMock;
    }

    void moveIn(Handler handler) {
        setHandler(handler);
        try {
            handler.start();
        } catch (Exception e) {
            throw new IllegalStateException("WireMock cannot start", e);
        }
    }

    @Override
    public void handle(String target, Request request, HttpServletRequest servlet, HttpServletResponse response)
            throws IOException, ServletException {
        wireMock.get();
        super.handle(target, request, servlet, response);
    }
}
