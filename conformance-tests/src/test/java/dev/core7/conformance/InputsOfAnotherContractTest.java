package dev.core7.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.conformance.cli.EmbeddedTarget;
import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.exchange.Purpose;
import dev.core7.conformance.http.PlainTransport;
import dev.core7.conformance.result.Outcome;
import dev.core7.conformance.run.Progress;
import dev.core7.conformance.run.Report;
import dev.core7.conformance.run.Runner;
import dev.core7.conformance.selection.Selection;
import dev.core7.contract.Contract;
import dev.core7.contract.ContractReader;
import dev.core7.mock.MockOptions;
import dev.core7.mock.MockServer;
import dev.core7.mock.fault.Faults;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Operations that are added to the contract get legal and illegal input of their own, and faults in handling it are found. */
class InputsOfAnotherContractTest {
    private static final String WIDGETS = """
              /api/projects/{project_id}/widgets/:
                get:
                  operationId: widgets_list
                  summary: List widgets
                  x-page: {section: List widgets}
                  security:
                    - PersonalAPIKeyAuth: [widget:read]
                  parameters:
                    - $ref: '#/components/parameters/ProjectId'
                    - {name: color, in: query, schema: {type: string, enum: [red, green]}}
                  responses:
                    '200':
                      description: Widgets
                      content:
                        application/json:
                          schema:
                            type: object
                            required: [results, next, previous]
                            properties:
                              results: {type: array, items: {$ref: '#/components/schemas/Widget'}}
                              next: {type: [string, 'null']}
                              previous: {type: [string, 'null']}
                          examples:
                            none: {value: {results: [], next: null, previous: null}}
                post:
                  operationId: widgets_create
                  summary: Create a widget
                  x-page: {section: Create widgets}
                  security:
                    - PersonalAPIKeyAuth: [widget:write]
                  parameters:
                    - $ref: '#/components/parameters/ProjectId'
                  requestBody: {$ref: '#/components/requestBodies/Widget'}
                  responses:
                    '201':
                      description: Created
                      content: {application/json: {schema: {$ref: '#/components/schemas/Widget'}}}
                      links:
                        retrieve: {operationId: widgets_retrieve, parameters: {id: $response.body#/id}}
                        update: {operationId: widgets_partial_update, parameters: {id: $response.body#/id}}
                        softDelete:
                          operationId: widgets_partial_update
                          x-cleanup: true
                          parameters: {id: $response.body#/id}
                          requestBody: '{"deleted": true}'
              /api/projects/{project_id}/widgets/{id}/:
                get:
                  operationId: widgets_retrieve
                  summary: Get a widget
                  x-page: {section: Retrieve widgets}
                  security:
                    - PersonalAPIKeyAuth: [widget:read]
                  parameters:
                    - $ref: '#/components/parameters/ProjectId'
                    - {name: id, in: path, required: true, schema: {type: integer}}
                  responses:
                    '200':
                      description: One widget
                      content: {application/json: {schema: {$ref: '#/components/schemas/Widget'}}}
                patch:
                  operationId: widgets_partial_update
                  summary: Update a widget
                  x-page: {section: Update widgets}
                  security:
                    - PersonalAPIKeyAuth: [widget:write]
                  parameters:
                    - $ref: '#/components/parameters/ProjectId'
                    - {name: id, in: path, required: true, schema: {type: integer}}
                  requestBody: {$ref: '#/components/requestBodies/Widget'}
                  responses:
                    '200':
                      description: Updated
                      content: {application/json: {schema: {$ref: '#/components/schemas/Widget'}}}
            """;

    private static final String FIELDS = """
                    title: {type: string, maxLength: 200, x-free-text: true}
                    note: {type: string}
                    deleted: {type: boolean, x-hides-from: [list, retrieve]}
                    color: {type: string, enum: [red, green], x-default: red}
                    size: {type: integer, x-default: 1, minimum: 1, maximum: 10}
                    at: {type: [string, 'null'], format: date-time}
                    place:
                      type: [object, 'null']
                      required: [city]
                      properties:
                        city: {type: string}
                        floors: {type: array, maxItems: 3, items: {type: integer, minimum: 0}}
            """;

    private static final String SCHEMAS = """
                Widget:
                  type: object
                  required: [id]
                  properties:
                    id: {type: integer, readOnly: true}
            """ + FIELDS.replace("enum: [red, green], ", "") + """
                WidgetRequest:
                  type: object
                  properties:
            """ + FIELDS;

    private static final String BODY = """
              requestBodies:
                Widget:
                  required: true
                  content:
                    application/json:
                      schema: {$ref: '#/components/schemas/WidgetRequest'}
                      examples:
                        small: {value: {title: A widget, place: {city: Oslo, floors: [1]}}}
            """;

    private static final Set<String> ALL =
            Set.of("widgets_list", "widgets_create", "widgets_retrieve", "widgets_partial_update");

    @TempDir
    private Path folder;

    private Contract contract = ContractReader.bundled();

    @BeforeEach
    void add_the_operations() throws IOException {
        contract = ExtendedContract.read(
                folder,
                text -> text.replace("\npaths:\n", "\npaths:\n" + WIDGETS)
                        .replace("\ncomponents:\n", "\ncomponents:\n" + BODY)
                        .replace("\n  schemas:\n", "\n  schemas:\n" + SCHEMAS));
    }

    private Report run(String fault) throws Runner.UnreachableException {
        try (var mock = MockServer.start(contract, MockOptions.defaults().withState())) {
            Faults.all(contract).stream().filter(f -> f.id().equals(fault)).forEach(mock::activate);
            var target = EmbeddedTarget.of(mock, contract);
            var transport = new PlainTransport(target, Duration.ofSeconds(20));
            return new Runner(contract, target, transport, new Selection(ALL, false)).run(false, Progress.SILENT);
        }
    }

    private static List<String> failures(Report report) {
        return report.results().stream()
                .filter(result -> result.outcome() instanceof Outcome.Failed)
                .map(result -> result.id())
                .toList();
    }

    private static List<Exchange> with(Report report, Class<? extends Purpose> purpose) {
        return report.exchanges().stream()
                .filter(exchange -> purpose.isInstance(exchange.sent().purpose()))
                .toList();
    }

    @Test
    void every_legal_value_is_sent_and_accepted() throws Runner.UnreachableException {
        var report = run("");

        assertThat(failures(report)).isEmpty();
        assertThat(report.leftBehind()).isEmpty();
        var legal = with(report, Purpose.LegalInput.class);
        assertThat(legal).extracting(Exchange::accepted).containsOnly(true);
        assertThat(String.join(
                        "\n",
                        legal.stream()
                                .map(e -> e.request().path() + e.request().body())
                                .toList()))
                .contains("?color=red", "?color=green")
                .contains("\"color\":\"red\"", "\"color\":\"green\"", "\"size\":1", "\"size\":10", "\"at\":null")
                .contains("\"floors\":[]", "\"floors\":[0]", "\"deleted\":false", "\"note\":\"\"")
                .doesNotContain("\"deleted\":true");
    }

    @Test
    void every_field_has_illegal_values_at_every_depth() throws Runner.UnreachableException {
        assertThat(with(run(""), Purpose.BadInput.class))
                .extracting(exchange -> exchange.sent().id())
                .contains(
                        "widgets_create/bad-field-size-below",
                        "widgets_create/bad-field-place-city-missing",
                        "widgets_create/bad-field-place-floors-items",
                        "widgets_partial_update/bad-field-place-floors-item-type",
                        "widgets_partial_update/bad-field-place-floors-item-beyond-64-bits",
                        "widgets_partial_update/body-array",
                        "widgets_retrieve/beyond-64-bits-id",
                        "widgets_list/unknown-parameter");
    }

    @ParameterizedTest
    @CsvSource({
        "widgets_create/legal-value-refused/color/green, legal-values-accepted",
        "widgets_create/text-field-mangled/note/only-16-bits, shown-as-written",
        "widgets_partial_update/time-mangled/at/offset-ignored, shown-as-written",
        "widgets_partial_update/null-ignored/at, shown-as-written",
        "widgets_partial_update/nested-bad-input-accepted/place, bad-input-refused",
        "widgets_list/legal-value-refused/color/red, status-code",
        "widgets_retrieve/unusual-number-500/id, no-server-error",
    })
    void faults_are_found(String fault, String check) throws Runner.UnreachableException {
        assertThat(failures(run(fault))).isNotEmpty().anyMatch(id -> id.endsWith("/" + check));
    }
}
