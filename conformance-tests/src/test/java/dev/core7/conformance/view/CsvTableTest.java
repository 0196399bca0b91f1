package dev.core7.conformance.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTableTest {
    @Test
    void reads_quoted_fields_with_commas_quotes_and_line_breaks() {
        var table = CsvTable.parse("id,name\r\n1,\"Lovelace, \"\"Ada\"\"\"\r\n2,\"two\nlines\"\r\n");

        assertThat(table.problem()).isEmpty();
        assertThat(table.rows())
                .containsExactly(List.of("id", "name"), List.of("1", "Lovelace, \"Ada\""), List.of("2", "two\nlines"));
    }

    @Test
    void reads_lines_that_end_in_a_line_feed_and_a_last_line_without_an_end() {
        assertThat(CsvTable.parse("id,name\n1,").rows()).containsExactly(List.of("id", "name"), List.of("1", ""));
    }

    @Test
    void names_the_line_of_a_quote_out_of_place() {
        assertThat(CsvTable.parse("id\r\n\"a\"b\r\n").problem())
                .isEqualTo("line 2: a quote inside a field is not doubled");
        assertThat(CsvTable.parse("id\r\n\"a").problem()).isEqualTo("the last field has no closing quote");
    }
}
