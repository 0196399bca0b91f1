package dev.core7.mock.jetty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.core7.contract.ContractReader;
import dev.core7.mock.Client;
import dev.core7.mock.MockOptions;
import dev.core7.mock.MockServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpsTest {
    private static MockServer mock;

    @BeforeAll
    static void start() {
        mock = MockServer.start(ContractReader.bundled(), MockOptions.defaults().withHttpsPort(0));
    }

    @AfterAll
    static void stop() {
        mock.close();
    }

    private static SSLContext trusting(String pem) throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        var in = new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII));
        store.setCertificateEntry(
                "mock", CertificateFactory.getInstance("X.509").generateCertificate(in));
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        var context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    private static int status(HttpClient client, String host) throws IOException, InterruptedException {
        var url = mock.httpsUrl().orElseThrow().replace("127.0.0.1", host) + "/api/projects/1/annotations/";
        var request = HttpRequest.newBuilder(URI.create(url)).header("Authorization", "Bearer " + mock.key("*"));
        return client.send(request.build(), BodyHandlers.discarding()).statusCode();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost"})
    void serves_clients_that_trust_its_certificate_under_every_name_of_this_machine(String host) throws Exception {
        var context = trusting(mock.certificate().orElseThrow());
        assertThat(status(HttpClient.newBuilder().sslContext(context).build(), host))
                .isEqualTo(200);
    }

    @Test
    void serves_its_certificate() {
        assertThat(Client.of(mock).send("GET", "/__kit/certificate.pem").body())
                .isEqualTo(mock.certificate().orElseThrow())
                .startsWith("-----BEGIN CERTIFICATE-----\n");
    }

    @Test
    void other_clients_do_not_trust_it() {
        assertThatThrownBy(() -> status(HttpClient.newHttpClient(), "localhost"))
                .isInstanceOf(SSLHandshakeException.class);
    }

    @Test
    void is_disabled_by_default() {
        try (var plain = MockServer.start(ContractReader.bundled())) {
            assertThat(plain.httpsUrl()).isEmpty();
            assertThat(plain.certificate()).isEmpty();
        }
    }
}
