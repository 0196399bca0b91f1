package dev.core7.mock.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.core7.contract.ContractReader;
import dev.core7.mock.MockOptions;
import dev.core7.mock.MockServer;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sends the requests of the table to the mock, or to the server of the system property {@code url}. */
class RequestTableTest {
    private static final @Nullable String URL = System.getProperty("url");
    private static @Nullable MockServer mock;
    private static @Nullable RequestSender sender;

    @BeforeAll
    static void start() {
        String project = System.getProperty("project", "1");
        if (URL != null) {
            String key = Objects.requireNonNull(System.getProperty("key"), "add -Dkey=KEY");
            sender = new RequestSender(URL, key, scopes -> "", project, System.getProperty("person", ""));
            return;
        }
        var started = MockServer.start(
                ContractReader.bundled(), MockOptions.defaults().withState());
        mock = started;
        sender = new RequestSender(
                started.url(),
                started.key("*"),
                scopes -> started.key(scopes.stream().map(String::valueOf).toArray(String[]::new)),
                project,
                started.seedIds("1", "persons").get(0));
    }

    @AfterAll
    static void stop() {
        if (mock != null) {
            mock.close();
        }
    }

    static List<RequestRow> rows() {
        return RequestRow.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void server_responds_as_posthog(RequestRow row) {
        if (URL != null) {
            assumeTrue(!row.has("mock-only"), row.text("mock-only"));
            assumeTrue(!(row.cells().get("key") instanceof List), "it needs a key with these scopes");
            assumeTrue(
                    !row.body("").orElse("").contains("{person") || System.getProperty("person") != null,
                    "add -Dperson=UUID");
        }
        assertThat(Objects.requireNonNull(sender).differences(row)).isEmpty();
    }

    @Test
    void each_row_has_a_name_of_its_own_and_a_basis() {
        assertThat(RequestRow.all()).extracting(RequestRow::toString).doesNotHaveDuplicates();
        assertThat(RequestRow.all())
                .allSatisfy(row -> assertThat(row.text("basis")).isIn("page", "posthog"));
    }
}
