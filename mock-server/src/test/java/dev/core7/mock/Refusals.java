package dev.core7.mock;

import static org.assertj.core.api.Assertions.assertThat;

/** Assertions for PostHog's error responses. */
public final class Refusals {
    private Refusals() {}

    public static void assertRefused(Client.Response response, int status, String type, String code, String detail) {
        assertThat(response.body())
                .isEqualTo("{\"type\":\"" + type + "\",\"code\":\"" + code + "\",\"detail\":\""
                        + detail.replace("\"", "\\\"") + "\",\"attr\":null}");
        assertThat(response.status()).isEqualTo(status);
        assertThat(response.header("Content-Type")).contains("application/json");
        assertThat(response.header("WWW-Authenticate").isPresent()).isEqualTo(status == 401);
    }

    public static void assertNotFound(Client.Response response, String detail) {
        assertRefused(response, 404, "invalid_request", "not_found", detail);
    }

    public static void assertDenied(Client.Response response, String detail) {
        assertRefused(response, 403, "authentication_error", "permission_denied", detail);
    }
}
