package dev.core7.mock;

import java.io.IOException;
import java.time.Duration;
import wiremock.jakarta.servlet.ServletException;
import wiremock.jakarta.servlet.http.HttpServletRequest;
import wiremock.jakarta.servlet.http.HttpServletResponse;
import wiremock.org.eclipse.jetty.server.HttpChannel;
import wiremock.org.eclipse.jetty.server.Request;
import wiremock.org.eclipse.jetty.server.handler.HandlerWrapper;

/** Counts the requests that are being answered, so that a mock that is to end can let them come to their end. */
final class InFlight extends HandlerWrapper implements HttpChannel.Listener {
    private static final String COUNTED = InFlight.class.getName();

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

    /** The client has its answer, or never will. */
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

    /** Waits until none is left, or the patience is over. */
    synchronized void await(Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        for (long left = patience.toNanos(); requests > 0 && left > 0; left = end - System.nanoTime()) {
            wait(Math.max(1, left / 1_000_000));
        }
    }
}
