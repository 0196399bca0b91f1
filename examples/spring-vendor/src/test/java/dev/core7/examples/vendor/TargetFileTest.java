package dev.core7.examples.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.examples.vendor.access.ApiKey;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TargetFileTest {
    @Test
    void a_secret_is_replaced_by_a_variable() {
        var secret = new ApiKey("my-key", "phx_aSecret", "admin", Set.of("*"), null);

        assertThat(TargetFile.line(secret)).contains("${KEY_MY_KEY}").doesNotContain("aSecret");
    }
}
