package dev.core7.client;

import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.patchRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.client.api.AnnotationsApi;
import dev.core7.client.api.CohortsApi;
import dev.core7.client.model.Annotation;
import dev.core7.client.model.AnnotationRequest;
import dev.core7.client.model.CohortRequest;
import dev.core7.contract.ContractReader;
import dev.core7.contract.Json;
import dev.core7.mock.MockServer;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Responses of PostHog that differ from the page's examples, and bodies of updates. */
class RobustnessTest {
    private static final String ANNOTATION = "/api/projects/1/annotations/1/";
    private static final String COHORT = "/api/projects/1/cohorts/1/";

    private MockServer mock;
    private ApiClient client;

    @BeforeEach
    void start() {
        mock = MockServer.start(ContractReader.bundled());
        client = GeneratedClient.connect(mock.url(), mock.key("*"));
    }

    @AfterEach
    void stop() {
        mock.close();
    }

    @Test
    void nulls_are_kept() throws ApiException {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("content", null);
        fields.put("date_marker", null);
        fields.put("created_by", null);
        fields.put("created_at", null);

        var annotation = annotationWith(fields);

        assertThat(annotation.getContent()).isNull();
        assertThat(annotation.getDateMarker()).isNull();
        assertThat(annotation.getCreatedBy()).isNull();
        assertThat(annotation.getCreatedAt()).isNull();
        assertThat(annotation.getDashboardName()).isEqualTo("string");
    }

    @Test
    void unknown_fields_are_kept() throws ApiException {
        var annotation = annotationWith(Map.of("emoji", "x", "tags", Map.of("of", "2027")));

        assertThat(annotation.getContent()).isEqualTo("string");
    }

    @Test
    void unknown_enum_values_are_kept() throws ApiException {
        var annotation = annotationWith(Map.of("scope", "galaxy", "creation_type", "TEA"));

        assertThat(annotation.getScope()).isEqualTo("galaxy");
        assertThat(annotation.getCreationType()).isEqualTo("TEA");
    }

    @Test
    void dates_with_offsets_and_microseconds_keep_their_instant() throws ApiException {
        var annotation = annotationWith(Map.of(
                "created_at", "2026-05-04T03:02:01.123456Z",
                "updated_at", "2026-05-04T05:02:01+02:00"));

        assertThat(annotation.getCreatedAt().toInstant()).isEqualTo(Instant.parse("2026-05-04T03:02:01.123456Z"));
        assertThat(annotation.getUpdatedAt().toInstant()).isEqualTo(Instant.parse("2026-05-04T03:02:01Z"));
    }

    @Test
    void an_update_sends_only_the_fields_that_were_set() throws ApiException {
        new AnnotationsApi(client).annotationsPartialUpdate("1", 1, new AnnotationRequest().deleted(true));

        mock.wireMock()
                .verify(patchRequestedFor(urlPathEqualTo(ANNOTATION))
                        .withRequestBody(equalToJson("{'deleted': true}")));
    }

    @Test
    void an_update_can_set_a_field_to_null() throws ApiException {
        new AnnotationsApi(client).annotationsPartialUpdate("1", 1, new AnnotationRequest().content(null));

        mock.wireMock()
                .verify(patchRequestedFor(urlPathEqualTo(ANNOTATION))
                        .withRequestBody(equalToJson("{'content': null}")));
    }

    @Test
    void an_update_of_a_cohort_does_not_clear_fields_of_any_type() throws ApiException {
        new CohortsApi(client).cohortsPartialUpdate("1", 1, new CohortRequest().name("n"));

        mock.wireMock()
                .verify(patchRequestedFor(urlPathEqualTo(COHORT))
                        .withRequestBody(equalToJson("{'name': 'n', '_create_static_person_ids': []}")));
    }

    /** Returns the page's annotation with other fields. */
    private Annotation annotationWith(Map<String, Object> fields) throws ApiException {
        var answer = new LinkedHashMap<String, Object>();
        var example = ContractReader.bundled()
                .operation("annotations_retrieve")
                .flatMap(operation -> operation.success().json())
                .orElseThrow()
                .examples()
                .get(0);
        ((Map<?, ?>) example.value()).forEach((name, value) -> answer.put(name.toString(), value));
        answer.putAll(fields);
        mock.wireMock().stubFor(get(urlPathEqualTo(ANNOTATION)).willReturn(okJson(Json.write(answer))));
        return new AnnotationsApi(client).annotationsRetrieve("1", 1);
    }
}
