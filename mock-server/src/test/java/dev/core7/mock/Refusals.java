package dev.core7.mock;

import static org.assertj.core.api.Assertions.assertThat;

/** The refusals of PostHog, word for word. */
public final class Refusals {
    private Refusals() {}

    public static void assertRefused(Client.Answer answer, int status, String type, String code, String detail) {
        assertThat(answer.body())
                .isEqualTo("{\"type\":\"" + type + "\",\"code\":\"" + code + "\",\"detail\":\""
                        + detail.replace("\"", "\\\"") + "\",\"attr\":null}");
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).contains("application/json");
        assertThat(answer.header("WWW-Authenticate")).isEmpty();
    }

    public static void assertNotFound(Client.Answer answer, String detail) {
        assertRefused(answer, 404, "invalid_request", "not_found", detail);
    }

    public static void assertDenied(Client.Answer answer, String detail) {
        assertRefused(answer, 403, "authentication_error", "permission_denied", detail);
    }
}
