package dev.core7.mock.jetty;

import java.io.IOException;
import java.util.function.Supplier;
import wiremock.jakarta.servlet.ServletException;
import wiremock.jakarta.servlet.http.HttpServletRequest;
import wiremock.jakarta.servlet.http.HttpServletResponse;
import wiremock.org.eclipse.jetty.server.Handler;
import wiremock.org.eclipse.jetty.server.Request;
import wiremock.org.eclipse.jetty.server.handler.HotSwapHandler;

/** Passes requests to WireMock, which it starts on the first one. Starting WireMock takes as long as everything else together. */
public final class WireMockHandler extends HotSwapHandler {
    private final Supplier<?> wireMock;

    /** @param wireMock starts WireMock on the first call, which then calls {@link #install} */
    public WireMockHandler(Supplier<?> wireMock) {
        this.wireMock = wireMock;
    }

    /** Passes all further requests to a handler, which it starts. */
    void install(Handler handler) {
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
