package dev.core7.mock;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.contract.Contract;
import org.junit.jupiter.api.Test;

class ReloadTest extends Stateful {

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
        return Client.withAllScopes(mock).send("GET", path).status();
    }

    @Test
    void serves_the_other_contract_from_the_next_request_on() {
        assertThat(status(ANNOTATIONS)).isEqualTo(200);
        mock.replaceContract(smaller());
        assertThat(status(ANNOTATIONS)).isEqualTo(405);
        assertThat(mock.wireMock().getStubMappings())
                .extracting(stub -> stub.getName())
                .doesNotContain("annotations_list")
                .contains("annotations_create");
        mock.replaceContract(CONTRACT);
        assertThat(status(ANNOTATIONS)).isEqualTo(200);
        assertThat(mock.isFast()).isTrue();
    }

    @Test
    void keeps_user_stubs() {
        mock.wireMock().stubFor(get(urlPathEqualTo(ANNOTATIONS)).willReturn(ok("mine")));
        mock.replaceContract(smaller());
        assertThat(Client.withAllScopes(mock).send("GET", ANNOTATIONS).body()).isEqualTo("mine");
    }

    @Test
    void keeps_an_edited_stub_of_the_contract_until_it_is_removed() {
        var id = mock.wireMock().getStubMappings().stream()
                .filter(stub -> stub.getName().equals("annotations_list"))
                .findFirst()
                .orElseThrow()
                .getId();
        mock.wireMock().editStub(get(urlPathEqualTo(ANNOTATIONS)).withId(id).willReturn(ok("edited")));
        mock.replaceContract(CONTRACT);
        assertThat(Client.withAllScopes(mock).send("GET", ANNOTATIONS).body()).isEqualTo("edited");
        assertThat(mock.wireMock().getStubMappings())
                .filteredOn(stub -> stub.getId().equals(id))
                .hasSize(1);
        mock.wireMock().removeStubMapping(id);
        assertThat(status(ANNOTATIONS)).isEqualTo(405);
    }

    @Test
    void reset_restores_the_stubs_of_the_other_contract() {
        mock.replaceContract(smaller());
        mock.wireMock().resetToDefaultMappings();
        assertThat(status(ANNOTATIONS)).isEqualTo(405);
        assertThat(mock.isFast()).isTrue();
    }

    @Test
    void restores_the_seeds() {
        String first = mock.seedIds("1", "annotations").get(0);
        Client.withAllScopes(mock).json("{\"deleted\":true}").send("PATCH", ANNOTATIONS + first + "/");
        mock.replaceContract(CONTRACT);
        assertThat(Client.withAllScopes(mock)
                        .send("GET", ANNOTATIONS + first + "/")
                        .body())
                .contains("\"deleted\":false");
    }
}
