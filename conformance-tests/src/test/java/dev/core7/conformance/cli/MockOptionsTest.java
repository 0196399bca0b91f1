package dev.core7.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MockOptionsTest {
    @Test
    void an_unknown_measure_of_validation_is_told_with_the_known_ones() {
        assertThat(Kit.run("mock", "--validate", "strict").complaint())
                .startsWith("2 kit mock: ")
                .contains("--validate", "strict", "enforce")
                .hasLineCount(1);
    }
}
