package dev.core7.mock;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.contract.Contract;
import dev.core7.contract.ContractReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReloadTest {
    private static final Contract CONTRACT = ContractReader.bundled();
    private static final String ANNOTATIONS = "/api/projects/1/annotations/";
    private MockServer mock;

    @BeforeEach
    void start() {
        mock = MockServer.start(CONTRACT, MockOptions.defaults().withState());
    }

    @AfterEach
    void stop() {
        mock.close();
    }

    /** The contract without its lists. */
    private static Contract smaller() {
        return new Contract(
                CONTRACT.title(),
                CONTRACT.version(),
                CONTRACT.digest(),
                CONTRACT.text(),
                CONTRACT.operations().stream()
                        .filter(operation -> !operation.id().endsWith("_list"))
                        .toList());
    }

    private int status(String path) {
        return Client.of(mock).scopes("*").send("GET", path).status();
    }

    @Test
    void plays_the_other_contract_from_the_next_request_on() {
        assertThat(status(ANNOTATIONS)).isEqualTo(200);
        mock.reload(smaller());
        assertThat(status(ANNOTATIONS)).isEqualTo(405);
        assertThat(mock.wireMock().getStubMappings())
                .extracting(stub -> stub.getName())
                .doesNotContain("annotations_list")
                .contains("annotations_create");
        mock.reload(CONTRACT);
        assertThat(status(ANNOTATIONS)).isEqualTo(200);
        assertThat(mock.isFast()).isTrue();
    }

    @Test
    void leaves_the_stubs_of_the_user() {
        mock.wireMock().stubFor(get(urlPathEqualTo(ANNOTATIONS)).willReturn(ok("mine")));
        mock.reload(smaller());
        assertThat(Client.of(mock).scopes("*").send("GET", ANNOTATIONS).body()).isEqualTo("mine");
    }

    @Test
    void leaves_a_stub_of_the_contract_that_the_user_edited_until_it_is_removed() {
        var id = mock.wireMock().getStubMappings().stream()
                .filter(stub -> stub.getName().equals("annotations_list"))
                .findFirst()
                .orElseThrow()
                .getId();
        mock.wireMock().editStub(get(urlPathEqualTo(ANNOTATIONS)).withId(id).willReturn(ok("edited")));
        mock.reload(CONTRACT);
        assertThat(Client.of(mock).scopes("*").send("GET", ANNOTATIONS).body()).isEqualTo("edited");
        assertThat(mock.wireMock().getStubMappings())
                .filteredOn(stub -> stub.getId().equals(id))
                .hasSize(1);
        mock.wireMock().removeStubMapping(id);
        assertThat(status(ANNOTATIONS)).isEqualTo(405);
    }

    @Test
    void has_the_stubs_of_the_other_contract_after_a_reset() {
        mock.reload(smaller());
        mock.wireMock().resetToDefaultMappings();
        assertThat(status(ANNOTATIONS)).isEqualTo(405);
        assertThat(mock.isFast()).isTrue();
    }

    @Test
    void starts_from_the_seeds_again() {
        String first = mock.seeded("1", "annotations").get(0);
        Client.of(mock).scopes("*").json("{\"deleted\":true}").send("PATCH", ANNOTATIONS + first + "/");
        mock.reload(CONTRACT);
        assertThat(Client.of(mock)
                        .scopes("*")
                        .send("GET", ANNOTATIONS + first + "/")
                        .body())
                .contains("\"deleted\":false");
    }
}
