package dev.core7.conformance.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.core7.conformance.exchange.Request;
import dev.core7.conformance.objects.Ledger;
import dev.core7.contract.InputException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A ledger belongs to one run, contains only complete lines, and reports if it cannot be written. */
class FileLedgerTest {
    private static final String URL = "http://target.invalid";

    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve(FileLedger.FILE_NAME);
    }

    private static Request create(String mark) {
        return new Request("POST", "/a/", Map.of(), "{}", null, mark);
    }

    @Test
    void a_second_run_is_refused_until_the_first_ends() throws Exception {
        try (var first = FileLedger.begin(folder, URL)) {
            first.creating(create("one"));
            assertThatThrownBy(() -> FileLedger.begin(folder, URL))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining(file() + ": another run writes to this folder");
            assertThatThrownBy(() -> FileLedger.resume(file())).isInstanceOf(InputException.class);
            assertThat(Leftovers.read(file()).unconfirmed()).hasSize(1);
        }
        FileLedger.begin(folder, URL).close();
        assertThat(Leftovers.read(file()).unconfirmed()).isEmpty();
    }

    @Test
    void a_symbolic_link_is_not_followed() throws IOException {
        var notes = Files.writeString(folder.resolve("notes.txt"), "mine");
        Files.createSymbolicLink(file(), notes);
        assertThatThrownBy(() -> FileLedger.begin(folder, URL))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("is a symbolic link");
        assertThat(notes).hasContent("mine");
    }

    /** A read-only channel simulates a full disk. */
    @Test
    void an_object_that_cannot_be_recorded_is_reported_before_it_is_created() throws Exception {
        FileLedger.begin(folder, URL).close();
        var channel = FileChannel.open(Path.of("/dev/full"), StandardOpenOption.WRITE);
        try (var ledger = new FileLedger(file(), channel)) {
            assertThat(ledger.problem()).isEmpty();
            ledger.tidiedUp(create("one"));
            assertThatThrownBy(() -> ledger.creating(create("two")))
                    .isInstanceOf(Ledger.UnwritableException.class)
                    .hasMessageStartingWith(file() + " cannot be written: ");
            assertThat(ledger.problem())
                    .hasValueSatisfying(problem -> assertThat(problem).contains("No space left"));
        }
    }

    @Test
    void a_cleanup_appends_after_the_last_complete_line() throws IOException {
        Files.writeString(file(), "{\"url\":\"" + URL + "\"}\n{\"event\":\"crea");
        try (var ledger = FileLedger.resume(file())) {
            ledger.refused(create("one"));
        }
        assertThat(Files.readAllLines(file())).hasSize(2).last().asString().startsWith("{\"event\":\"refused\"");
    }
}
