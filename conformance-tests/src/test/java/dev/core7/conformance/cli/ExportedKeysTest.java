package dev.core7.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.conformance.OddServer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exported files contain no placeholder for a key that is sent in the query. */
class ExportedKeysTest {
    @TempDir
    private Path folder;

    @Test
    void an_exported_test_reads_a_key_in_the_query_from_the_environment() throws Exception {
        var judged = folder.resolve("out");
        try (var server = OddServer.always(500, "application/json", "{}")) {
            Judged.of(server.url(), folder, Judged.environment(), "--operation", "annotations_list");
        }
        var explained = Kit.run(
                "explain",
                "annotations_list/form-key-in-query/no-server-error",
                "--from",
                judged.toString(),
                "--export",
                folder.resolve("export").toString());
        assertThat(explained.complaint()).isEqualTo("0 ");
        assertThat(Files.readString(
                        folder.resolve("export").resolve("AnnotationsListFormKeyInQueryNoServerErrorTest.java")))
                .contains("?personal_api_key=\" + java.net.URLEncoder.encode(String.valueOf(System.getenv(\"KEY_")
                .doesNotContain("__KEY__");
        assertThat(Files.readString(folder.resolve("export").resolve("mapping.json")))
                .contains("urlPattern")
                .doesNotContain("__KEY__");
    }
}
