package dev.core7.conformance.http;

import dev.core7.conformance.exchange.Request;
import dev.core7.conformance.run.TimeBudget;
import dev.core7.conformance.target.Target;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.config.HttpClientConfig;
import io.restassured.config.RedirectConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.http.Header;
import io.restassured.http.Headers;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Sends requests with REST-assured. The only class that imports it. */
public final class RestAssuredTransport extends ClientTransport {
    /** Sends requests to {@code target}; {@code limit} is for one request, from connecting to the last byte. */
    public RestAssuredTransport(Target target, Duration limit) {
        this(target, limit, Trust.DEFAULT, TimeBudget.unlimited());
    }

    RestAssuredTransport(Target target, Duration limit, Trust trust, TimeBudget budget) {
        super(target, limit, trust, budget);
    }

    @Override
    Sender sender(TimedClient client) {
        var http =
                new HttpClientConfig(Map.of()).httpClientFactory(() -> client).reuseHttpClientInstance();
        var encoder = EncoderConfig.encoderConfig()
                .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                .defaultContentCharset(StandardCharsets.UTF_8)
                .encodeContentTypeAs("application/x-www-form-urlencoded", ContentType.TEXT);
        var redirect = RedirectConfig.redirectConfig().followRedirects(false);
        var config = RestAssuredConfig.config()
                .httpClient(http)
                .encoderConfig(encoder)
                .redirect(redirect);
        return (request, url) -> {
            var response = call(request, config).request(request.method(), url);
            var headers = new HashMap<String, List<String>>();
            response.headers().forEach(header -> add(headers, header.getName(), header.getValue()));
            return new Answer(response.statusCode(), headers, response.asInputStream());
        };
    }

    private static RequestSpecification call(Request request, RestAssuredConfig config) {
        var headers = new ArrayList<Header>();
        request.headers().forEach((name, value) -> {
            if (isSentAsIs(name)) {
                headers.add(new Header(name, value));
            }
        });
        request.authorization().ifPresent(value -> headers.add(new Header("Authorization", value)));
        var call = RestAssured.given()
                .config(config)
                .urlEncodingEnabled(false)
                .disableCsrf()
                .headers(new Headers(headers));
        return request.bodyBytes().map(bytes -> call.body(bytes)).orElse(call);
    }
}
