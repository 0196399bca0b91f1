package dev.core7.generation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openapitools.codegen.DefaultGenerator;
import org.openapitools.codegen.config.CodegenConfigurator;

/** Adds an operation to a copy of the contract, and generates the code. */
class NineteenthOperationTest {
    private static final Path GENERATED = Path.of("..");
    private static final String OPERATION = """
            paths:
              /api/projects/{project_id}/dashboards/:
                get:
                  operationId: dashboards_list
                  tags: [dashboards]
                  summary: List dashboards
                  security:
                    - PersonalAPIKeyAuth: [dashboard:read]
                  parameters:
                    - $ref: '#/components/parameters/ProjectId'
                  responses:
                    '200':
                      description: One page of dashboards
                      content:
                        application/json:
                          schema:
                            type: object
                            properties:
                              count: {type: integer}
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "server-spring, src/main/java/dev/core7/server/api/DashboardsApi.java, dashboardsList(",
        "client-java, src/main/java/dev/core7/client/api/DashboardsApi.java, dashboardsList(",
        "client-typescript, src/apis/DashboardsApi.ts, dashboardsList(",
        "client-python, core7_client/api/dashboards_api.py, def dashboards_list(",
    })
    void an_operation_that_is_added_to_the_contract_is_generated(String module, String file, String method)
            throws IOException {
        Path contract = Files.writeString(folder.resolve("openapi.yaml"), contractWithOneMore());

        generate(module, contract);

        assertThat(folder.resolve("out").resolve(file)).content().contains(method);
    }

    private static String contractWithOneMore() throws IOException {
        String contract = Files.readString(GENERATED.resolve("../spec/openapi.yaml"));
        assertThat(contract).containsOnlyOnce("\npaths:\n");
        return contract.replace("\npaths:\n", "\n" + OPERATION);
    }

    /** Generates code with the settings of the build. */
    private void generate(String module, Path contract) {
        var settings = GENERATED.resolve(module).resolve("generator.yaml").toString();
        var generator = CodegenConfigurator.fromFile(settings)
                .setInputSpec(contract.toString())
                .setOutputDir(folder.resolve("out").toString());
        new DefaultGenerator().opts(generator.toClientOptInput()).generate();
    }
}
