package dev.core7.mock.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestUrlTest {
    private static final String BASE = "http://host:1/path/";

    @ParameterizedTest
    @ValueSource(strings = {"", "?a=1&b=2", "?a=", "?a=1&a=2", "?q=a+b%26c%3Dd", "?u=%F0%9F%A6%94"})
    void url_is_written_as_parsed(String query) {
        assertThat(RequestUrl.parse(BASE + query)).hasToString(BASE + query);
    }

    @ParameterizedTest
    @CsvSource({"?b=2&a=1, ?a=1&b=2", "?a, ?a=", "?a=1&&=3, ?a=1", "?a=%zz, ?a=%25zz", "?, ''"})
    void unusual_query_is_normalized(String query, String ordered) {
        assertThat(RequestUrl.parse(BASE + query)).hasToString(BASE + ordered);
    }

    @Test
    void parameter_can_be_set_and_removed() {
        var address = RequestUrl.parse(BASE + "?limit=5&search=x");
        assertThat(address.with("limit", 7).with("offset", 7)).hasToString(BASE + "?limit=7&offset=7&search=x");
        assertThat(address.without("limit").without("search")).hasToString(BASE);
        assertThat(address.value("search")).isEqualTo("x");
        assertThat(address.value("none")).isEmpty();
    }
}
