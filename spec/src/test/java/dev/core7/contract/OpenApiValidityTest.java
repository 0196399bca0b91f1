package dev.core7.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Validates the contract as OpenAPI 3.1 with another reader, swagger-parser. */
class OpenApiValidityTest {
    @Test
    void swagger_parser_accepts_the_contract() throws IOException {
        var result = new OpenAPIV3Parser().readContents(ContractLint.bundled(), null, new ParseOptions());
        assertThat(result.getMessages()).isEmpty();
        assertThat(result.getOpenAPI().getSpecVersion()).hasToString("V31");
    }

    @Test
    void swagger_parser_rejects_a_keyword_that_openapi_does_not_define() throws IOException {
        var broken = ContractLint.bundled().replace("operationId: comments_list", "operationID: comments_list");
        assertThat(new OpenAPIV3Parser()
                        .readContents(broken, null, new ParseOptions())
                        .getMessages())
                .containsExactly(
                        "attribute paths.'/api/projects/{project_id}/comments/'(get).operationID is unexpected");
    }
}
