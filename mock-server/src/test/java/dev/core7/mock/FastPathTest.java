package dev.core7.mock;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import dev.core7.contract.Contract;
import dev.core7.contract.ContractReader;
import dev.core7.contract.Operation;
import dev.core7.mock.Client.Response;
import dev.core7.mock.fault.Faults;
import dev.core7.mock.validation.ViolationJournal;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FastPathTest {
    private static final Contract CONTRACT = ContractReader.bundled();
    private static final String ANNOTATIONS = "/api/projects/1/annotations/";
    private static final String BODY =
            "{\"content\":\"x\",\"date_marker\":\"2026-01-01T00:00:00Z\",\"scope\":\"project\"}";

    private MockServer fast;
    private MockServer slow;

    @BeforeEach
    void start() {
        fast = MockServer.start(CONTRACT);
        slow = MockServer.start(CONTRACT);
        slow.wireMock().addMockServiceRequestListener((request, response) -> {});
    }

    @AfterEach
    void stop() {
        fast.close();
        slow.close();
    }

    @Test
    void is_open_if_only_the_contract_is_served() {
        assertThat(fast.isFast()).isTrue();
        assertThat(slow.isFast()).isFalse();
    }

    @Test
    void closes_for_a_user_stub_and_opens_after_a_reset() {
        fast.wireMock().stubFor(get(urlPathEqualTo(ANNOTATIONS)).willReturn(ok("mine")));
        assertThat(fast.isFast()).isFalse();
        assertThat(Client.withAllScopes(fast).send("GET", ANNOTATIONS).body()).isEqualTo("mine");
        fast.wireMock().resetToDefaultMappings();
        assertThat(fast.isFast()).isTrue();
    }

    private StubMapping stubOfTheList() {
        return fast.wireMock().getStubMappings().stream()
                .filter(mapping -> mapping.getName().equals("annotations_list"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void closes_for_an_edited_or_removed_stub_of_the_contract() {
        StubMapping stub = stubOfTheList();
        fast.wireMock()
                .editStub(get(urlPathEqualTo(ANNOTATIONS)).withId(stub.getId()).willReturn(ok("edited")));
        assertThat(Client.withAllScopes(fast).send("GET", ANNOTATIONS).body()).isEqualTo("edited");
        fast.wireMock().removeStubMapping(stub.getId());
        assertThat(Client.withAllScopes(fast).send("GET", ANNOTATIONS).status()).isEqualTo(405);
    }

    @Test
    void closes_for_a_user_stub_with_the_id_of_a_removed_stub() {
        StubMapping stub = stubOfTheList();
        fast.wireMock().removeStubMapping(stub.getId());
        fast.wireMock()
                .stubFor(get(urlPathEqualTo(ANNOTATIONS)).withId(stub.getId()).willReturn(ok("mine")));
        assertThat(Client.withAllScopes(fast).send("GET", ANNOTATIONS).body()).isEqualTo("mine");
        fast.wireMock().resetToDefaultMappings();
        assertThat(fast.isFast()).isTrue();
    }

    @Test
    void requests_before_the_start_of_wiremock_are_in_its_journal() {
        Client.withAllScopes(fast).send("GET", ANNOTATIONS);
        Client.of(fast).send("GET", ANNOTATIONS);
        assertThat(fast.isWireMockStarted()).isFalse();
        fast.wireMock().verify(2, getRequestedFor(urlPathEqualTo(ANNOTATIONS)));
        assertThat(fast.isWireMockStarted()).isTrue();
    }

    @Test
    void passes_forms_to_wiremock_so_that_fields_can_be_verified() {
        var form = Client.withAllScopes(fast)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .body("content=x");
        assertThat(form.send("POST", ANNOTATIONS).status()).isEqualTo(201);
        fast.wireMock().verify(1, postRequestedFor(anyUrl()).withFormParam("content", equalTo("x")));
    }

    @Test
    void closes_if_all_stubs_are_removed() {
        fast.wireMock().resetMappings();
        assertThat(Client.withAllScopes(fast).send("GET", ANNOTATIONS).status()).isEqualTo(404);
    }

    @Test
    void closes_while_a_fault_is_active() {
        fast.activate(Faults.of(CONTRACT).get(0));
        assertThat(fast.isFast()).isFalse();
        fast.activate(null);
        assertThat(fast.isFast()).isTrue();
    }

    @Test
    void closes_for_a_global_delay() {
        fast.wireMock().setGlobalFixedDelay(1);
        assertThat(fast.isFast()).isFalse();
    }

    @Test
    void passes_requests_that_need_more_to_wiremock() {
        var client = Client.withAllScopes(fast);
        assertThat(client.header("Prefer", "code=429").send("GET", ANNOTATIONS).status())
                .isEqualTo(429);
        assertThat(client.header("Origin", "http://elsewhere")
                        .send("GET", ANNOTATIONS)
                        .header("Access-Control-Allow-Origin"))
                .isPresent();
    }

    @ParameterizedTest
    @MethodSource("requests")
    void journal_entries_equal_those_of_wiremock(Consumer<MockServer> request) {
        request.accept(fast);
        request.accept(slow);
        var fastResponse = last(fast);
        var slowResponse = last(slow);
        assertThat(summary(fastResponse)).isEqualTo(summary(slowResponse));
        assertThat(fast.violations()).isEqualTo(slow.violations());
    }

    @ParameterizedTest
    @MethodSource("clients")
    void sends_the_same_responses_as_wiremock(TestRequest request) {
        assertEqualResponses(request.to(fast), request.to(slow));
    }

    private static void assertEqualResponses(Response fastResponse, Response slowResponse) {
        assertThat(fastResponse.status()).isEqualTo(slowResponse.status());
        assertThat(comparable(fastResponse)).isEqualTo(comparable(slowResponse));
        assertThat(headers(fastResponse)).isEqualTo(headers(slowResponse));
    }

    /** Returns the body without port and times, which differ between two servers. */
    private static String comparable(Response response) {
        return response.body()
                .replace(response.http().uri().getAuthority(), "host")
                .replaceAll("\"20[0-9-]{8}T[0-9:.]+Z\"", "\"now\"");
    }

    @Test
    void changes_stored_objects_like_wiremock() {
        stop();
        fast = MockServer.start(CONTRACT, MockOptions.defaults().withState());
        slow = MockServer.start(CONTRACT, MockOptions.defaults().withState());
        slow.wireMock().addMockServiceRequestListener((request, response) -> {});
        clients().forEach(request -> assertEqualResponses(request.to(fast), request.to(slow)));
        clients().forEach(request -> assertEqualResponses(request.to(fast), request.to(slow)));
        assertThat(fast.isWireMockStarted()).as("one path is percent-encoded").isTrue();
        assertThat(fast.isFast()).isTrue();
    }

    static Stream<Consumer<MockServer>> requests() {
        return clients().map(request -> request::to);
    }

    static Stream<TestRequest> clients() {
        var ofOperations = CONTRACT.operations().stream()
                .flatMap(operation -> Stream.of("phx_mock.*", "phx_mock.comment:read", "phx_mock@2.*", "nobody", "")
                        .map(key -> new TestRequest(operation.method(), path(operation), key, BODY)));
        var others = Stream.of(
                new TestRequest("GET", ANNOTATIONS + "?limit=2&search=%C3%A4&nonsense=1", "phx_mock.*", ""),
                new TestRequest("GET", ANNOTATIONS + "?limit=many", "phx_mock.*", ""),
                new TestRequest("GET", ANNOTATIONS + "?search=%25", "phx_mock.*", ""),
                new TestRequest("GET", ANNOTATIONS + "900000000/", "phx_mock.*", ""),
                new TestRequest("GET", "/api/projects/1/cohorts/7/persons/?format=csv", "phx_mock.*", ""),
                new TestRequest("GET", ANNOTATIONS + "?personal_api_key=phx_mock.annotation:read", "", ""),
                new TestRequest("HEAD", ANNOTATIONS, "phx_mock.*", ""),
                new TestRequest("HEAD", ANNOTATIONS, "", ""),
                new TestRequest("OPTIONS", ANNOTATIONS, "", ""),
                new TestRequest("PUT", ANNOTATIONS, "phx_mock.*", BODY),
                new TestRequest("POST", ANNOTATIONS, "phx_mock.*", "{"),
                new TestRequest("POST", ANNOTATIONS, "phx_mock.*", "{\"scope\":\"galaxy\",\"unknown\":1}"),
                new TestRequest("POST", ANNOTATIONS, "phx_mock.*", ""),
                new TestRequest("GET", "/api/projects/@current/annotations", "phx_mock.*", ""),
                new TestRequest("GET", "/api/projects/x/annotations/", "phx_mock.*", ""),
                new TestRequest("GET", "/api/projects/1/%61nnotations/", "phx_mock.*", ""),
                new TestRequest("GET", "/nowhere", "phx_mock.*", ""));
        return Stream.concat(ofOperations, others);
    }

    private static String path(Operation operation) {
        return operation.path().replaceAll("\\{[^}]*}", "7");
    }

    /** A request with a readable text for test reports. */
    record TestRequest(String method, String path, String key, String body) {
        Response to(MockServer mock) {
            var client = key.isEmpty() ? Client.of(mock) : Client.of(mock).key(key);
            return (body.isEmpty() ? client : client.json(body)).send(method, path);
        }
    }

    private static List<String> headers(Response response) {
        HttpHeaders headers = response.http().headers();
        return headers.map().keySet().stream()
                .map(name -> name.toLowerCase(java.util.Locale.ROOT) + ": " + headers.allValues(name))
                .sorted()
                .toList();
    }

    private static ServeEvent last(MockServer mock) {
        return mock.wireMock().getAllServeEvents().get(0);
    }

    private static List<?> summary(ServeEvent event) {
        var request = event.getRequest();
        return List.of(
                request.getMethod(),
                request.getUrl(),
                request.getProtocol(),
                request.getClientIp(),
                request.getBodyAsString(),
                String.valueOf(request.getHeader("Authorization")),
                request.getQueryParams().keySet(),
                event.getWasMatched(),
                Optional.ofNullable(event.getStubMapping()).map(StubMapping::getName),
                event.getResponse().getStatus(),
                event.getResponse().getBodyAsString().replaceAll("127\\.0\\.0\\.1:\\d+", "host"),
                Optional.ofNullable(event.getResponse().getHeaders())
                        .map(all -> String.valueOf(all.getHeader(ViolationJournal.HEADER))));
    }

    @Test
    void its_requests_can_be_verified_and_removed() {
        var client = Client.withAllScopes(fast);
        client.send("GET", ANNOTATIONS);
        client.json(BODY).send("POST", ANNOTATIONS);
        fast.wireMock().verify(1, getRequestedFor(urlEqualTo(ANNOTATIONS)));
        fast.wireMock().verify(1, postRequestedFor(anyUrl()).withRequestBody(equalToJson(BODY)));
        ServeEvent event = last(fast);
        assertThat(fast.wireMock().getServedStub(event.getId()).getItem().getId())
                .isEqualTo(event.getId());
        assertThat(event.getRequest().getLoggedDate().toInstant())
                .isBetween(Instant.now().minus(Duration.ofMinutes(1)), Instant.now());
        fast.wireMock().removeServeEvent(event.getId());
        fast.wireMock().verify(0, postRequestedFor(anyUrl()));
    }

    @Test
    void records_requests_of_both_paths_in_order() {
        var client = Client.withAllScopes(fast);
        client.send("GET", ANNOTATIONS + "?first");
        client.send("GET", "/second");
        client.send("GET", ANNOTATIONS + "?third");
        assertThat(fast.wireMock().getAllServeEvents())
                .extracting(event -> event.getRequest().getUrl())
                .containsExactly(ANNOTATIONS + "?third", "/second", ANNOTATIONS + "?first");
    }

    @Test
    void yields_to_a_failing_user_stub() {
        fast.wireMock().stubFor(get(anyUrl()).willReturn(aResponse().withStatus(503)));
        assertThat(Client.withAllScopes(fast).send("GET", ANNOTATIONS).status()).isEqualTo(503);
    }
}
