package dev.core7.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.contract.ContractReader;
import dev.core7.mock.MockServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class MockLogTest {
    private static final String PATH = "/api/projects/1/annotations/?limit=1&nonsense=1";
    private static final String VIOLATION =
            "GET /api/projects/1/annotations/: query nonsense: The operation has no such parameter. (tolerated)";
    private final BlockingQueue<String> printed = new LinkedBlockingQueue<>();
    private final PrintWriter out = new PrintWriter(new Writer() {
        private final StringBuilder line = new StringBuilder();

        @Override
        public void write(char[] text, int from, int length) {
            for (char c : new String(text, from, length).toCharArray()) {
                if (c == '\n') {
                    printed.add(line.toString().strip());
                    line.setLength(0);
                } else {
                    line.append(c);
                }
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    });

    private static void send(MockServer mock) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(mock.url() + PATH))
                .header("Authorization", "Bearer " + mock.key("*"));
        HttpClient.newHttpClient().send(request.build(), BodyHandlers.discarding());
    }

    private String next() throws InterruptedException {
        return String.valueOf(printed.poll(30, TimeUnit.SECONDS));
    }

    @Test
    void tells_violations_and_requests_a_line_each() throws Exception {
        try (var mock = MockServer.start(ContractReader.bundled())) {
            MockLog.start(mock, MockLog.Level.REQUESTS, out);
            send(mock);
            assertThat(next()).isEqualTo(VIOLATION);
            assertThat(next()).matches("[0-9:.]+ GET " + PATH.replace("?", "\\?") + " 200 \\d+ B [0-9.]+ ms");
        }
    }

    @Test
    void tells_violations_alone_on_demand() throws Exception {
        try (var mock = MockServer.start(ContractReader.bundled())) {
            var log = MockLog.start(mock, MockLog.Level.VIOLATIONS, out);
            send(mock);
            log.add("last");
            assertThat(next()).isEqualTo(VIOLATION);
            assertThat(next()).isEqualTo("last");
        }
    }

    @Test
    void tells_nothing_of_requests_on_demand() throws Exception {
        try (var mock = MockServer.start(ContractReader.bundled())) {
            var log = MockLog.start(mock, MockLog.Level.OFF, out);
            send(mock);
            log.add("last");
            assertThat(next()).isEqualTo("last");
        }
    }
}
