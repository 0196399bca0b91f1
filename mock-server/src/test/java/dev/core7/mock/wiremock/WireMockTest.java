package dev.core7.mock.wiremock;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import dev.core7.contract.ContractReader;
import dev.core7.contract.Operation;
import dev.core7.mock.Client;
import dev.core7.mock.FreshMock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WireMockTest extends FreshMock {

    private List<String> stubs() {
        return mock.wireMock().getStubMappings().stream()
                .map(StubMapping::getName)
                .toList();
    }

    private static List<String> expectedStubs() {
        var names = new ArrayList<>(
                CONTRACT.operations().stream().map(Operation::id).toList());
        ContractReader.neighbours().operations().forEach(operation -> names.add(operation.id()));
        names.add("cohorts_persons_retrieve format=csv");
        names.add("method not allowed");
        return names;
    }

    @Test
    void has_one_stub_per_operation_and_neighbour_one_for_csv_and_one_for_other_methods() {
        assertThat(stubs()).containsExactlyInAnyOrderElementsOf(expectedStubs());
        assertThat(Client.of(mock).send("GET", "/__admin/mappings").body())
                .contains("\"name\" : \"cohorts_all_activity_retrieve\"");
    }

    @Test
    void reset_restores_the_stubs_of_the_contract() {
        mock.wireMock().stubFor(get(urlPathEqualTo(ANNOTATIONS)).willReturn(ok("mine")));
        mock.wireMock().removeStub(mock.wireMock().getStubMappings().get(3));
        assertThat(Client.of(mock).send("POST", "/__admin/mappings/reset").status())
                .isEqualTo(200);
        assertThat(stubs()).containsExactlyInAnyOrderElementsOf(expectedStubs());
        assertThat(Client.withAllScopes(mock).send("GET", ANNOTATIONS).body()).contains("results");
    }

    @Test
    void stubs_of_the_contract_have_stable_ids() {
        var before = mock.wireMock().getStubMappings().stream()
                .map(StubMapping::getId)
                .toList();
        mock.wireMock().resetToDefaultMappings();
        assertThat(mock.wireMock().getStubMappings())
                .extracting(StubMapping::getId)
                .containsExactlyInAnyOrderElementsOf(before);
    }

    @Test
    void user_stub_takes_precedence() {
        mock.wireMock().stubFor(get(urlPathEqualTo(ANNOTATIONS)).willReturn(ok("mine")));
        assertThat(Client.withAllScopes(mock).send("GET", ANNOTATIONS).body()).isEqualTo("mine");
    }

    @Test
    void user_stub_takes_precedence_over_all_checks_after_key_and_scope() {
        mock.wireMock().stubFor(any(anyUrl()).willReturn(aResponse().withStatus(503)));
        var key = Client.withAllScopes(mock);
        assertThat(key.send("GET", ANNOTATIONS + "900000000/").status()).isEqualTo(503);
        assertThat(key.json("{").send("POST", ANNOTATIONS).status()).isEqualTo(503);
        assertThat(key.send("PUT", ANNOTATIONS).status()).isEqualTo(503);
    }

    @Test
    void key_and_scope_are_checked_before_a_user_stub() {
        mock.wireMock().stubFor(any(anyUrl()).willReturn(ok("mine")));
        assertThat(Client.of(mock).send("GET", ANNOTATIONS).status()).isEqualTo(401);
        assertThat(Client.of(mock)
                        .scopes("comment:read")
                        .send("GET", ANNOTATIONS)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void user_stub_on_another_path_needs_no_key() {
        mock.wireMock().stubFor(get(urlPathEqualTo("/hello")).willReturn(ok("mine")));
        assertThat(Client.of(mock).send("GET", "/hello").body()).isEqualTo("mine");
    }

    @Test
    void verifies_accepted_and_refused_requests() {
        Client.withAllScopes(mock).send("GET", ANNOTATIONS);
        Client.of(mock).send("GET", ANNOTATIONS);
        mock.wireMock().verify(2, getRequestedFor(urlEqualTo(ANNOTATIONS)));
        assertThat(mock.wireMock().getAllServeEvents())
                .extracting(event -> event.getResponse().getStatus())
                .containsExactly(401, 200);
    }

    @Test
    void lists_requests_without_a_stub_as_unmatched() {
        Client.of(mock).send("GET", "/api/projects/1/unicorns/");
        assertThat(mock.wireMock().findAllUnmatchedRequests())
                .extracting(request -> request.getUrl())
                .containsExactly("/api/projects/1/unicorns/");
    }

    @Test
    void finds_near_misses_of_an_unmatched_request() {
        Client.of(mock).send("GET", "/api/project/1/annotations/");
        assertThat(mock.wireMock().findNearMissesForAllUnmatchedRequests())
                .extracting(miss -> miss.getStubMapping().getName())
                .isNotEmpty()
                .isSubsetOf(stubs());
    }

    @Test
    void records_the_last_thousand_requests() {
        for (int i = 0; i <= 1_000; i++) {
            Client.of(mock).send("GET", "/number/" + i);
        }
        var events = mock.wireMock().getAllServeEvents();
        assertThat(events).hasSize(1_000);
        assertThat(events.get(0).getRequest().getUrl()).isEqualTo("/number/1000");
        assertThat(events.get(999).getRequest().getUrl()).isEqualTo("/number/1");
    }

    @Test
    void clears_recorded_requests_on_demand() {
        Client.of(mock).send("GET", ANNOTATIONS);
        mock.wireMock().resetRequests();
        assertThat(mock.wireMock().getAllServeEvents()).isEmpty();
    }
}
