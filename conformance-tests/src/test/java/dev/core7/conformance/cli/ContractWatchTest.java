package dev.core7.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.contract.Contract;
import dev.core7.contract.ContractReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContractWatchTest {
    private static final Path CONTRACT = Path.of("../spec/openapi.yaml");

    @TempDir
    private Path folder;

    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
    private Path file;
    private String text;
    private ContractWatch watch;

    @BeforeEach
    void start() throws IOException {
        text = Files.readString(CONTRACT);
        file = Files.writeString(folder.resolve("openapi.yaml"), text);
        watch = ContractWatch.start(
                file, ContractReader.read(file), this::changed, mistake -> told.add(mistake.getMessage()));
    }

    @AfterEach
    void stop() {
        watch.close();
    }

    private void changed(Contract contract) {
        told.add("changed: " + contract.title());
    }

    private String next() throws InterruptedException {
        return String.valueOf(told.poll(30, TimeUnit.SECONDS));
    }

    private String titled(String title) {
        return text.replaceFirst("(?m)^  title: .*$", "  title: " + title);
    }

    @Test
    void a_changed_file_is_read_again() throws Exception {
        Files.writeString(file, titled("Other"));
        assertThat(next()).isEqualTo("changed: Other");
    }

    @Test
    void a_file_that_takes_the_place_of_the_other_is_read() throws Exception {
        var other = Files.writeString(folder.resolve("new"), titled("New"));
        Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);
        assertThat(next()).isEqualTo("changed: New");
    }

    @Test
    void a_broken_file_is_told_and_a_mended_one_is_read() throws Exception {
        Files.writeString(file, "openapi: [");
        assertThat(next()).startsWith(file.toString()).hasLineCount(1);
        Files.writeString(file, titled("Mended"));
        assertThat(next()).isEqualTo("changed: Mended");
    }

    @Test
    void a_file_that_is_written_as_it_was_is_no_change_nor_is_another_file() throws Exception {
        Files.writeString(folder.resolve("other.yaml"), "x");
        Files.writeString(file, text);
        Files.writeString(file, titled("Last"));
        assertThat(next()).isEqualTo("changed: Last");
        assertThat(told).isEmpty();
    }
}
