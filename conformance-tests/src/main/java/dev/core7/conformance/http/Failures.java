package dev.core7.conformance.http;

import dev.core7.conformance.exchange.Transport.NoAnswerException;
import java.io.EOFException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.zip.ZipException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.http.ConnectionClosedException;
import org.apache.http.HttpException;
import org.apache.http.NoHttpResponseException;
import org.apache.http.client.ClientProtocolException;
import org.apache.http.conn.ConnectTimeoutException;

/** Translates exceptions of the HTTP client into messages for users. */
final class Failures {
    private static final String TRUST = "; give its certificate with --cacert FILE, or use --insecure to trust any";

    private Failures() {}

    /**
     * Returns why a request got no response, in plain words.
     *
     * @param limit the time limit of the request
     * @param late whether the time limit was exceeded
     */
    static NoAnswerException of(Throwable failure, Duration limit, boolean late) {
        var cause = cause(failure);
        if (cause instanceof UnknownHostException) {
            return new NoAnswerException("no such host", true);
        }
        if (cause instanceof ConnectTimeoutException) {
            return new NoAnswerException("no connection within " + limit.toSeconds() + " s", true);
        }
        if (cause instanceof ConnectException || cause instanceof NoRouteToHostException) {
            return new NoAnswerException("no connection: " + cause.getMessage(), true);
        }
        if (late || cause instanceof SocketTimeoutException) {
            return new NoAnswerException("no complete response within " + limit.toSeconds() + " s", false);
        }
        if (cause instanceof SSLException) {
            return new NoAnswerException("no secure connection: " + secure((SSLException) cause), true);
        }
        return new NoAnswerException(words(cause), false);
    }

    /** Returns the cause of a {@code ClientProtocolException}, which has no message of its own. */
    private static Throwable cause(Throwable failure) {
        return failure instanceof ClientProtocolException && failure.getCause() != null ? failure.getCause() : failure;
    }

    private static String secure(SSLException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateException) {
                return "the server's certificate is not trusted" + TRUST;
            }
        }
        if (e instanceof SSLPeerUnverifiedException
                || String.valueOf(e.getMessage()).contains("hostname in certificate")) {
            return "the server's certificate is for another host" + TRUST;
        }
        return String.valueOf(e.getMessage()).startsWith("Unsupported or unrecognized SSL message")
                ? "the server does not speak TLS on this port; should the url begin with http://?"
                : String.valueOf(e.getMessage());
    }

    private static String words(Throwable cause) {
        if (cause instanceof HeadLimit.TooLargeException) {
            return "the response was not read: " + cause.getMessage();
        }
        if (cause instanceof NoHttpResponseException) {
            return "the connection was closed without a response";
        }
        if (cause instanceof ConnectionClosedException || cause instanceof EOFException) {
            return "the connection was closed before the response was complete";
        }
        if (cause instanceof SocketException) {
            return "the connection broke: " + cause.getMessage();
        }
        if (cause instanceof ZipException) {
            return "the body is not encoded as Content-Encoding says: " + cause.getMessage();
        }
        String detail = cause.getMessage() == null ? "" : ": " + cause.getMessage();
        return cause instanceof HttpException || cause instanceof RuntimeException
                ? "invalid HTTP response" + detail
                : "no HTTP response" + detail;
    }
}
