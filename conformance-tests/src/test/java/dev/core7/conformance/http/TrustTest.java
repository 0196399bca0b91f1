package dev.core7.conformance.http;

import static dev.core7.conformance.Targets.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.core7.conformance.Targets;
import dev.core7.conformance.exchange.Transport.NoAnswerException;
import dev.core7.conformance.run.TimeBudget;
import dev.core7.contract.ContractReader;
import dev.core7.contract.InputException;
import dev.core7.mock.MockOptions;
import dev.core7.mock.MockServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server with a self-signed certificate is trusted only if the user configures it. */
class TrustTest {
    private static MockServer mock;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        mock = MockServer.start(ContractReader.bundled(), MockOptions.defaults().withHttpsPort(0));
    }

    @AfterAll
    static void stop() {
        mock.close();
    }

    private static int status(Trust trust) throws NoAnswerException {
        return status(trust, mock.httpsUrl().orElseThrow());
    }

    private static int status(Trust trust, String url) throws NoAnswerException {
        var target = Targets.at(url);
        return new RestAssuredTransport(target, Duration.ofSeconds(20), trust, TimeBudget.unlimited())
                .send(get("/"))
                .status();
    }

    @Test
    void an_unknown_certificate_is_refused_with_the_options_that_help() {
        assertThatThrownBy(() -> status(Trust.DEFAULT))
                .isInstanceOf(NoAnswerException.class)
                .hasMessage("no secure connection: the server's certificate is not trusted; give its certificate with"
                        + " --cacert FILE, or use --insecure to trust any");
    }

    @Test
    void a_certificate_that_the_user_gives_is_trusted() throws IOException, NoAnswerException {
        var pem =
                Files.writeString(folder.resolve("mock.pem"), mock.certificate().orElseThrow());
        assertThat(status(Trust.with(pem))).isPositive();
    }

    @Test
    void every_certificate_is_trusted_if_the_user_chooses_so() throws NoAnswerException {
        assertThat(status(Trust.everything())).isPositive();
    }

    @Test
    void the_message_for_a_server_without_tls_says_so() {
        assertThatThrownBy(() -> status(Trust.DEFAULT, mock.url().replace("http:", "https:")))
                .hasMessage(
                        "no secure connection: the server does not speak TLS on this port; should the url begin with"
                                + " http://?");
    }

    @Test
    void a_file_without_a_certificate_is_refused() throws IOException {
        var empty = Files.writeString(folder.resolve("empty.pem"), "");
        assertThatThrownBy(() -> Trust.with(empty))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("empty.pem");
        assertThatThrownBy(() -> Trust.with(folder.resolve("none.pem"))).isInstanceOf(InputException.class);
    }
}
