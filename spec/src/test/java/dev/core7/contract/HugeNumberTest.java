package dev.core7.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers with a large exponent are read, compared, validated and printed without printing their digits. */
class HugeNumberTest {
    private static final String INTEGER = "{\"type\": \"integer\", \"minimum\": 0}";
    private static final String NUMBER = "{\"type\": \"number\", \"maximum\": 10, \"multipleOf\": 0.5}";

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "-1.5e999999999", "1e-999999999", "1e2147483646", "1e1001", "1E-1001"})
    void no_schema_accepts_a_number_with_more_digits_than_a_double(String number) throws Json.NotJsonException {
        for (String rule : new String[] {INTEGER, NUMBER, "{\"type\": \"string\"}", "{\"enum\": [1]}"}) {
            var schema = Schema.document(Objects.requireNonNull(Json.parse(rule)));
            assertThat(schema.violations(Json.parse(number))).as(rule).isNotEmpty();
            assertThat(schema.violations(Json.parse(number)).get(0).actual())
                    .contains("(number of more than 40 digits)");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e-50", "5e-324", "0.1000000000000000055511151231257827021181583404541015625", "1e300"})
    void a_number_in_the_range_of_a_double_is_valid(String number) throws Json.NotJsonException {
        var schema = Schema.document(Objects.requireNonNull(Json.parse("{\"type\": \"number\", \"maximum\": 1e305}")));
        assertThat(schema.violations(Json.parse(number))).isEmpty();
    }

    @Test
    void an_integer_of_more_than_forty_digits_is_still_an_integer() throws Json.NotJsonException {
        var schema = Schema.document(Objects.requireNonNull(Json.parse(INTEGER)));
        assertThat(schema.violations(Json.parse("1e50"))).isEmpty();
        assertThat(schema.violations(Json.parse("9".repeat(200)))).isEmpty();
        assertThat(schema.violations(Json.parse("1e-50"))).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1e999999999,10e999999998", "1E-999999999,0.1e-999999998", "1e41,10e40"})
    void huge_numbers_are_equal_by_value(String one, String other) throws Json.NotJsonException {
        assertThat(Json.parse(one)).isInstanceOf(HugeNumber.class).isEqualTo(Json.parse(other));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e40", "1234567890123456789012345678901234567890", "0.5", "0e999999999", "0e-999999999"})
    void numbers_of_up_to_forty_digits_are_plain_numbers(String number) throws Json.NotJsonException {
        assertThat(Json.parse(number)).isInstanceOf(Number.class);
    }

    @Test
    void huge_numbers_are_written_unchanged() throws Json.NotJsonException {
        assertThat(Json.write(Json.parse("[1e999999999, -1.5E-999999999]")))
                .isEqualTo("[1E+999999999,-1.5E-999999999]");
        assertThat(JsonValues.describe(Json.parse("1e999999999")))
                .isEqualTo("1E+999999999 (number of more than 40 digits)");
    }

    @Test
    void huge_numbers_in_a_file_are_reported_like_other_invalid_values() {
        var root = YamlNode.parse("project_id: 1e999999999\ncount: " + "9".repeat(100_000), "target.yaml");
        assertThat(root.need("project_id", "").value()).isInstanceOf(HugeNumber.class);
        assertThat(root.need("count", "").value()).isInstanceOf(String.class);
    }
}
