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
import dev.core7.mock.Client.Answer;
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
    void is_open_where_nothing_but_the_contract_is_played() {
        assertThat(fast.isFast()).isTrue();
        assertThat(slow.isFast()).isFalse();
    }

    @Test
    void closes_for_a_stub_of_the_user_and_opens_after_a_reset() {
        fast.wireMock().stubFor(get(urlPathEqualTo(ANNOTATIONS)).willReturn(ok("mine")));
        assertThat(fast.isFast()).isFalse();
        assertThat(Client.of(fast).scopes("*").send("GET", ANNOTATIONS).body()).isEqualTo("mine");
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
    void closes_for_a_stub_of_the_contract_that_was_edited_or_removed() {
        StubMapping stub = stubOfTheList();
        fast.wireMock()
                .editStub(get(urlPathEqualTo(ANNOTATIONS)).withId(stub.getId()).willReturn(ok("edited")));
        assertThat(Client.of(fast).scopes("*").send("GET", ANNOTATIONS).body()).isEqualTo("edited");
        fast.wireMock().removeStubMapping(stub.getId());
        assertThat(Client.of(fast).scopes("*").send("GET", ANNOTATIONS).status())
                .isEqualTo(405);
    }

    @Test
    void closes_for_a_stub_that_takes_the_id_of_one_that_was_removed() {
        StubMapping stub = stubOfTheList();
        fast.wireMock().removeStubMapping(stub.getId());
        fast.wireMock()
                .stubFor(get(urlPathEqualTo(ANNOTATIONS)).withId(stub.getId()).willReturn(ok("mine")));
        assertThat(Client.of(fast).scopes("*").send("GET", ANNOTATIONS).body()).isEqualTo("mine");
        fast.wireMock().resetToDefaultMappings();
        assertThat(fast.isFast()).isTrue();
    }

    @Test
    void answers_before_wiremock_is_there_which_then_knows_of_it() {
        Client.of(fast).scopes("*").send("GET", ANNOTATIONS);
        Client.of(fast).send("GET", ANNOTATIONS);
        assertThat(fast.isWireMockStarted()).isFalse();
        fast.wireMock().verify(2, getRequestedFor(urlPathEqualTo(ANNOTATIONS)));
        assertThat(fast.isWireMockStarted()).isTrue();
    }

    @Test
    void leaves_a_form_to_wiremock_which_can_be_asked_for_its_fields() {
        var form = Client.of(fast)
                .scopes("*")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .body("content=x");
        assertThat(form.send("POST", ANNOTATIONS).status()).isEqualTo(201);
        fast.wireMock().verify(1, postRequestedFor(anyUrl()).withFormParam("content", equalTo("x")));
    }

    @Test
    void closes_where_all_stubs_are_gone() {
        fast.wireMock().resetMappings();
        assertThat(Client.of(fast).scopes("*").send("GET", ANNOTATIONS).status())
                .isEqualTo(404);
    }

    @Test
    void closes_while_a_fault_is_played() {
        fast.play(Faults.of(CONTRACT).get(0));
        assertThat(fast.isFast()).isFalse();
        fast.play(null);
        assertThat(fast.isFast()).isTrue();
    }

    @Test
    void closes_for_a_delay_of_all_answers() {
        fast.wireMock().setGlobalFixedDelay(1);
        assertThat(fast.isFast()).isFalse();
    }

    @Test
    void leaves_requests_that_need_more_to_wiremock() {
        var client = Client.of(fast).scopes("*");
        assertThat(client.header("Prefer", "code=429").send("GET", ANNOTATIONS).status())
                .isEqualTo(429);
        assertThat(client.header("Origin", "http://elsewhere")
                        .send("GET", ANNOTATIONS)
                        .header("Access-Control-Allow-Origin"))
                .isPresent();
    }

    @ParameterizedTest
    @MethodSource("requests")
    void answers_as_wiremock_does_and_is_remembered_alike(Consumer<MockServer> request) {
        request.accept(fast);
        request.accept(slow);
        var ofFast = last(fast);
        var ofSlow = last(slow);
        assertThat(told(ofFast)).isEqualTo(told(ofSlow));
        assertThat(fast.violations()).isEqualTo(slow.violations());
    }

    @ParameterizedTest
    @MethodSource("clients")
    void sends_what_wiremock_sends(Sent sent) {
        assertAlike(sent.to(fast), sent.to(slow));
    }

    private static void assertAlike(Answer ofFast, Answer ofSlow) {
        assertThat(ofFast.status()).isEqualTo(ofSlow.status());
        assertThat(comparable(ofFast)).isEqualTo(comparable(ofSlow));
        assertThat(headers(ofFast)).isEqualTo(headers(ofSlow));
    }

    /** Two servers have two addresses, and make what they make at two moments. */
    private static String comparable(Answer answer) {
        return answer.body()
                .replace(answer.http().uri().getAuthority(), "host")
                .replaceAll("\"20[0-9-]{8}T[0-9:.]+Z\"", "\"now\"");
    }

    @Test
    void does_what_wiremock_does_to_what_is_kept() {
        stop();
        fast = MockServer.start(CONTRACT, MockOptions.defaults().withState());
        slow = MockServer.start(CONTRACT, MockOptions.defaults().withState());
        slow.wireMock().addMockServiceRequestListener((request, response) -> {});
        clients().forEach(sent -> assertAlike(sent.to(fast), sent.to(slow)));
        clients().forEach(sent -> assertAlike(sent.to(fast), sent.to(slow)));
        assertThat(fast.isWireMockStarted()).as("one path is percent-encoded").isTrue();
        assertThat(fast.isFast()).isTrue();
    }

    static Stream<Consumer<MockServer>> requests() {
        return clients().map(sent -> sent::to);
    }

    static Stream<Sent> clients() {
        var ofOperations = CONTRACT.operations().stream()
                .flatMap(operation -> Stream.of("phx_mock.*", "phx_mock.comment:read", "phx_mock@2.*", "nobody", "")
                        .map(key -> new Sent(operation.method(), path(operation), key, BODY)));
        var others = Stream.of(
                new Sent("GET", ANNOTATIONS + "?limit=2&search=%C3%A4&nonsense=1", "phx_mock.*", ""),
                new Sent("GET", ANNOTATIONS + "?limit=many", "phx_mock.*", ""),
                new Sent("GET", ANNOTATIONS + "?search=%25", "phx_mock.*", ""),
                new Sent("GET", ANNOTATIONS + "900000000/", "phx_mock.*", ""),
                new Sent("GET", "/api/projects/1/cohorts/7/persons/?format=csv", "phx_mock.*", ""),
                new Sent("GET", ANNOTATIONS + "?personal_api_key=phx_mock.annotation:read", "", ""),
                new Sent("HEAD", ANNOTATIONS, "phx_mock.*", ""),
                new Sent("HEAD", ANNOTATIONS, "", ""),
                new Sent("OPTIONS", ANNOTATIONS, "", ""),
                new Sent("PUT", ANNOTATIONS, "phx_mock.*", BODY),
                new Sent("POST", ANNOTATIONS, "phx_mock.*", "{"),
                new Sent("POST", ANNOTATIONS, "phx_mock.*", "{\"scope\":\"galaxy\",\"unknown\":1}"),
                new Sent("POST", ANNOTATIONS, "phx_mock.*", ""),
                new Sent("GET", "/api/projects/@current/annotations", "phx_mock.*", ""),
                new Sent("GET", "/api/projects/x/annotations/", "phx_mock.*", ""),
                new Sent("GET", "/api/projects/1/%61nnotations/", "phx_mock.*", ""),
                new Sent("GET", "/nowhere", "phx_mock.*", ""));
        return Stream.concat(ofOperations, others);
    }

    private static String path(Operation operation) {
        return operation.path().replaceAll("\\{[^}]*}", "7");
    }

    /** A request, in words that a failing test shows. */
    record Sent(String method, String path, String key, String body) {
        Answer to(MockServer mock) {
            var client = key.isEmpty() ? Client.of(mock) : Client.of(mock).key(key);
            return (body.isEmpty() ? client : client.json(body)).send(method, path);
        }
    }

    private static List<String> headers(Answer answer) {
        HttpHeaders headers = answer.http().headers();
        return headers.map().keySet().stream()
                .map(name -> name.toLowerCase(java.util.Locale.ROOT) + ": " + headers.allValues(name))
                .sorted()
                .toList();
    }

    private static ServeEvent last(MockServer mock) {
        return mock.wireMock().getAllServeEvents().get(0);
    }

    private static List<?> told(ServeEvent event) {
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
                event.getResponse().getBodyAsString(),
                Optional.ofNullable(event.getResponse().getHeaders())
                        .map(all -> String.valueOf(all.getHeader(ViolationJournal.HEADER))));
    }

    @Test
    void lets_what_it_answered_be_verified_and_removed() {
        var client = Client.of(fast).scopes("*");
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
    void remembers_what_came_by_both_ways_in_order() {
        var client = Client.of(fast).scopes("*");
        client.send("GET", ANNOTATIONS + "?first");
        client.send("GET", "/second");
        client.send("GET", ANNOTATIONS + "?third");
        assertThat(fast.wireMock().getAllServeEvents())
                .extracting(event -> event.getRequest().getUrl())
                .containsExactly(ANNOTATIONS + "?third", "/second", ANNOTATIONS + "?first");
    }

    @Test
    void gives_way_to_a_stub_that_fails_on_purpose() {
        fast.wireMock().stubFor(get(anyUrl()).willReturn(aResponse().withStatus(503)));
        assertThat(Client.of(fast).scopes("*").send("GET", ANNOTATIONS).status())
                .isEqualTo(503);
    }
}
