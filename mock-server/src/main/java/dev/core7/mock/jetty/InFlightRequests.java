package dev.core7.mock.jetty;

import java.io.IOException;
import java.time.Duration;
import wiremock.jakarta.servlet.ServletException;
import wiremock.jakarta.servlet.http.HttpServletRequest;
import wiremock.jakarta.servlet.http.HttpServletResponse;
import wiremock.org.eclipse.jetty.server.HttpChannel;
import wiremock.org.eclipse.jetty.server.Request;
import wiremock.org.eclipse.jetty.server.handler.HandlerWrapper;

/** Counts requests in progress, so that the mock can complete them before it stops. */
final class InFlightRequests extends HandlerWrapper implements HttpChannel.Listener {
    private static final String COUNTED = InFlightRequests.class.getName();

    private int requests;

    @Override
    public void handle(String target, Request request, HttpServletRequest servlet, HttpServletResponse response)
            throws IOException, ServletException {
        if (request.getAttribute(COUNTED) == null) {
            request.setAttribute(COUNTED, true);
            count(1);
        }
        super.handle(target, request, servlet, response);
    }

    /** Runs when the response was sent, or cannot be sent. */
    @Override
    public void onComplete(Request request) {
        if (request.getAttribute(COUNTED) != null) {
            count(-1);
        }
    }

    private synchronized void count(int more) {
        requests += more;
        notifyAll();
    }

    /** Waits until no request is in progress, or the timeout ends. */
    synchronized void await(Duration timeout) throws InterruptedException {
        long end = System.nanoTime() + timeout.toNanos();
        for (long left = timeout.toNanos(); requests > 0 && left > 0; left = end - System.nanoTime()) {
            wait(Math.max(1, left / 1_000_000));
        }
    }
}
