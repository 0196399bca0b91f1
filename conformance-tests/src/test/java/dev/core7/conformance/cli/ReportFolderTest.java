package dev.core7.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.conformance.ledger.FileLedger;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder belongs to one run; each file in it is written as a whole, or is not there. */
class ReportFolderTest {
    private static final String NAME = "report.html";

    @TempDir
    private Path out;

    private ReportFolder folder() {
        return new ReportFolder(out);
    }

    private List<String> files() throws IOException {
        try (var files = Files.list(out)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void a_symbolic_link_is_replaced_and_not_followed() throws IOException {
        var notes = Files.writeString(out.resolve("notes.txt"), "mine");
        Files.createSymbolicLink(out.resolve(NAME), notes);

        assertThat(folder().write(NAME, writer -> writer.write("new"))).isEmpty();

        assertThat(notes).hasContent("mine");
        assertThat(out.resolve(NAME)).hasContent("new").isRegularFile();
        assertThat(Files.isSymbolicLink(out.resolve(NAME))).isFalse();
        assertThat(files()).containsExactly("notes.txt", NAME);
    }

    @Test
    void what_cannot_be_written_is_named_and_neither_a_half_nor_an_old_report_stays() throws IOException {
        Files.writeString(out.resolve(NAME), "of an earlier run");

        var problem = folder().write(NAME, writer -> {
            writer.write("half");
            writer.flush();
            throw new IOException("No space left on device");
        });

        assertThat(problem)
                .contains(out.resolve(NAME)
                        + " cannot be written: No space left on device; the one of"
                        + " an earlier run was removed");
        assertThat(files()).isEmpty();
    }

    @Test
    void a_run_that_could_not_write_everything_ends_in_3_and_names_the_files() {
        var text = new StringWriter();
        var console = new Console(Map.of(), new PrintWriter(text), new PrintWriter(text));
        assertThat(console.unwritten(List.of(), 1)).isEqualTo(1);
        assertThat(console.unwritten(List.of("report.html cannot be written: full"), 0))
                .isEqualTo(3);
        assertThat(text).hasToString("kit: report.html cannot be written: full" + System.lineSeparator());
    }

    @Test
    void a_second_run_in_the_folder_of_a_run_that_is_not_over_is_refused_with_2() throws IOException {
        var dead = "http://127.0.0.1:1";
        var target =
                Judged.target(dead, Files.createTempDirectory(out, "target")).toString();
        try (var first = FileLedger.begin(out, dead)) {
            assertThat(first.problem()).isEmpty();
            var second = Kit.run(Judged.environment(), List.of("check", "--target", target, "--out", out.toString()));
            assertThat(second.complaint())
                    .isEqualTo("2 kit: " + out.resolve(FileLedger.FILE_NAME)
                            + ": another run writes to this folder; wait until it ends, or choose another folder with"
                            + " --out" + System.lineSeparator());
        }
    }
}
