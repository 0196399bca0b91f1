package dev.core7.mock;

import java.io.IOException;
import java.time.Duration;
import wiremock.jakarta.servlet.AsyncEvent;
import wiremock.jakarta.servlet.AsyncListener;
import wiremock.jakarta.servlet.ServletException;
import wiremock.jakarta.servlet.http.HttpServletRequest;
import wiremock.jakarta.servlet.http.HttpServletResponse;
import wiremock.org.eclipse.jetty.server.Request;
import wiremock.org.eclipse.jetty.server.handler.HandlerWrapper;

/** Counts the requests that are being answered, so that a mock that is to end can let them come to their end. */
final class InFlight extends HandlerWrapper {
    private int requests;

    @Override
    public void handle(String target, Request request, HttpServletRequest servlet, HttpServletResponse response)
            throws IOException, ServletException {
        count(1);
        try {
            super.handle(target, request, servlet, response);
        } finally {
            if (request.isAsyncStarted()) {
                request.getHttpChannelState().addListener(new CountedDown());
            } else {
                count(-1);
            }
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

    /** Hears the end of a delayed answer, whatever came before it. */
    private final class CountedDown implements AsyncListener {
        @Override
        public void onComplete(AsyncEvent event) {
            count(-1);
        }

        @Override
        public void onTimeout(AsyncEvent event) {}

        @Override
        public void onError(AsyncEvent event) {}

        @Override
        public void onStartAsync(AsyncEvent event) {}
    }
}
