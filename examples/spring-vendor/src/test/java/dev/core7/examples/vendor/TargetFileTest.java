package dev.core7.examples.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.examples.vendor.access.ApiKey;
import dev.core7.examples.vendor.access.User;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TargetFileTest {
    @Test
    void a_secret_is_replaced_by_a_variable() {
        var secret = new ApiKey("my-key", "phx_aSecret", "admin", Set.of("*"), null);

        var user = new User(7, new UUID(0, 7), "Mia", "mia@example.com", "product", false);

        assertThat(TargetFile.line(secret, user))
                .contains("user: 7", "${KEY_MY_KEY}")
                .doesNotContain("aSecret");
    }
}
