package dev.core7.conformance.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.core7.contract.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeftoversTest {
    @TempDir
    private Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("ledger.ndjson"), text);
    }

    @Test
    void an_incomplete_last_line_is_skipped() throws IOException {
        var left = Leftovers.read(file("""
                {"url":"http://a.invalid"}
                {"event":"creating","method":"POST","path":"/a/","body":"{}","mark":"m1"}
                {"event":"crea"""));
        assertThat(left.url()).isEqualTo("http://a.invalid");
        assertThat(left.unconfirmed()).extracting(Leftovers.Entry::mark).containsExactly("m1");
    }

    @Test
    void a_response_belongs_to_the_create_request_with_its_mark_if_several_are_parallel() throws IOException {
        var left = Leftovers.read(file("""
                {"url":"http://a.invalid"}
                {"event":"creating","method":"POST","path":"/a/","body":"{}","mark":"one"}
                {"event":"creating","method":"POST","path":"/a/","body":"{}","mark":"two"}
                {"event":"creating","method":"POST","path":"/a/","body":"{}","mark":"three"}
                {"event":"created","method":"PATCH","path":"/a/1/","body":"{}","mark":"one"}
                {"event":"refused","method":"POST","path":"/a/","body":"{}","mark":"two"}
                """));
        assertThat(left.unconfirmed()).extracting(Leftovers.Entry::mark).containsExactly("three");
        assertThat(left.cleanups()).extracting(Leftovers.Entry::path).containsExactly("/a/1/");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                      | :1: not a line of a ledger: /url is missing
            {"url":1}               | :1: not a line of a ledger: /url is 1 (integer), not a text
            []                      | :1: not a line of a ledger: it is [] (array), not an object
            """)
    void a_broken_ledger_is_reported_with_its_line(String text, String complaint) throws IOException {
        var file = file(text.replace('~', '\n') + "\n");
        assertThatThrownBy(() -> Leftovers.read(file))
                .isInstanceOf(InputException.class)
                .hasMessage(file + complaint);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``                | 1
            {"url":"ht        | 1
            """)
    void a_line_that_is_not_json_is_reported(String text, int line) throws IOException {
        var file = file(text.replace('~', '\n'));
        assertThatThrownBy(() -> Leftovers.read(file))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith(file + ":" + line + ": not a line of a ledger: ")
                .message()
                .hasLineCount(1);
    }

    @Test
    void broken_lines_are_skipped_and_reported() throws IOException {
        var file = file("""
                {"url":"http://a.invalid"}
                {"event":"creating","method":"POST","path":"/a/","body":"{}","mark":"m1"}{"event":"cre
                {"event":"creating","method":"POST","path":"/a/","body":"{}","mark":"m2"}
                []
                {}
                {"event":"hidden","method":"POST","path":"/a/","body":"{}","mark":"m3"}
                {"event":"creating","method":"POST","path":"/a/","body":"{}","mark":"m4"}
                """);
        var left = Leftovers.read(file);
        assertThat(left.unconfirmed()).extracting(Leftovers.Entry::mark).containsExactly("m2", "m4");
        assertThat(left.broken())
                .hasSize(4)
                .satisfiesExactly(
                        line -> assertThat(line).startsWith(file + ":2: not a line of a ledger: "),
                        line -> assertThat(line)
                                .isEqualTo(file + ":4: not a line of a ledger: it is [] (array), not an object"),
                        line -> assertThat(line).isEqualTo(file + ":5: not a line of a ledger: /event is missing"),
                        line -> assertThat(line)
                                .isEqualTo(file + ":6: not a line of a ledger: /event is not an event of a ledger"));
    }

    @Test
    void the_message_for_a_missing_ledger_says_where_to_find_it() {
        var file = folder.resolve("none");
        assertThatThrownBy(() -> Leftovers.read(file))
                .hasMessage(file
                        + ": cannot be read: give the path of a ledger.ndjson; it is in the folder of the reports");
    }
}
