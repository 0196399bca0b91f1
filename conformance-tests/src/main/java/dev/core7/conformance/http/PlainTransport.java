package dev.core7.conformance.http;

import dev.core7.conformance.exchange.Request;
import dev.core7.conformance.run.TimeBudget;
import dev.core7.conformance.target.Target;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import org.apache.http.client.methods.HttpUriRequest;
import org.apache.http.client.methods.RequestBuilder;
import org.apache.http.client.params.ClientPNames;
import org.apache.http.client.protocol.RequestAcceptEncoding;
import org.apache.http.client.protocol.ResponseContentEncoding;
import org.apache.http.entity.ByteArrayEntity;

/**
 * Sends requests with the HTTP client alone. A request takes a small part of the time that REST-assured needs, which counts if the
 * server is a mock in the same process.
 */
@SuppressWarnings("deprecation")
public final class PlainTransport extends ClientTransport {
    /** Sends requests to {@code target}; {@code limit} is for one request, from connecting to the last byte. */
    public PlainTransport(Target target, Duration limit) {
        this(target, limit, Trust.DEFAULT, TimeBudget.unlimited());
    }

    PlainTransport(Target target, Duration limit, Trust trust, TimeBudget budget) {
        super(target, limit, trust, budget);
    }

    @Override
    Sender sender(TimedClient client) {
        client.getParams().setBooleanParameter(ClientPNames.HANDLE_REDIRECTS, false);
        client.addRequestInterceptor(new RequestAcceptEncoding());
        client.addResponseInterceptor(new ResponseContentEncoding());
        return (request, url) -> {
            var response = client.execute(call(request, url));
            var headers = new HashMap<String, List<String>>();
            for (var header : response.getAllHeaders()) {
                add(headers, header.getName(), header.getValue());
            }
            var body = response.getEntity();
            return new Answer(
                    response.getStatusLine().getStatusCode(), headers, body == null ? null : body.getContent());
        };
    }

    private static HttpUriRequest call(Request request, String url) {
        var call = RequestBuilder.create(request.method()).setUri(url);
        request.headers().forEach((name, value) -> {
            if (isSentAsIs(name)) {
                call.addHeader(name, value);
            }
        });
        request.authorization().ifPresent(value -> call.addHeader("Authorization", value));
        request.bodyBytes().ifPresent(bytes -> call.setEntity(new ByteArrayEntity(bytes)));
        return call.build();
    }
}
