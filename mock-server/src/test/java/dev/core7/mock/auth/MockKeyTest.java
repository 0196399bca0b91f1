package dev.core7.mock.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MockKeyTest {
    private static final Set<String> KNOWN = Set.of("annotation:read", "annotation:write", "organization:write");

    @ParameterizedTest
    @ValueSource(strings = {"phx_mock.*", "phx_mock@2.*", "phx_mock.annotation:read+organization:write"})
    void parses_its_own_text(String text) {
        assertThat(MockKey.parse(text, KNOWN).map(MockKey::text)).contains(text);
    }

    @Test
    void a_revoked_key_is_none_but_tells_what_it_was() {
        var text = MockKey.revoked(List.of("annotation:read"));

        assertThat(MockKey.parse(text, KNOWN)).isEmpty();
        assertThat(MockKey.parseRevoked(text, KNOWN))
                .contains(new MockKey(List.of("annotation:read"), Optional.empty()));
        assertThat(MockKey.parseRevoked("phx_mock.annotation:read", KNOWN)).isEmpty();
    }

    @Test
    void parses_scopes_and_project() {
        assertThat(MockKey.parse("phx_mock@2.annotation:read", KNOWN))
                .contains(new MockKey(List.of("annotation:read"), Optional.of("2")));
    }

    @Test
    void accepts_read_and_write_if_the_contract_names_one_of_them() {
        assertThat(MockKey.parse("phx_mock.organization:read", KNOWN)).isPresent();
        assertThat(MockKey.parse("phx_mock.cohort:read", KNOWN)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "*,annotation:write,true",
        "annotation:read,annotation:read,true",
        "annotation:write,annotation:read,true",
        "annotation:read,annotation:write,false",
        "organization:write,annotation:read,false"
    })
    void holds_scopes_that_its_own_include(String held, String needed, boolean holds) {
        assertThat(new MockKey(List.of(held), Optional.empty()).holds(needed)).isEqualTo(holds);
    }
}
