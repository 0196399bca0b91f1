package dev.core7.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The mock that the jar starts. */
class MockJarIT extends JarProcesses {
    @Test
    void a_port_in_use_is_2() throws Exception {
        try (var socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThat(kit("mock", "--port", String.valueOf(socket.getLocalPort()))
                            .complaint())
                    .startsWith("2 kit: port " + socket.getLocalPort() + " of 127.0.0.1 is in use: ")
                    .hasLineCount(1);
        }
    }

    @Test
    void the_page_and_the_docs_of_the_mock_are_in_the_jar() throws Exception {
        var url = mock();
        assertThat(get(url + "/")).startsWith("200 ").contains("/__kit/docs/");
        assertThat(get(url + "/__kit/docs/")).startsWith("200 ").contains("/__kit/docs/swagger-ui.js");
        assertThat(get(url + "/__kit/docs/swagger-ui.js")).startsWith("200 ");
        assertThat(get(url + "/__kit/docs/swagger-ui.css")).startsWith("200 ");
    }

    @Test
    void the_mock_prints_a_line_for_each_request() throws Exception {
        var told = lines(start("mock", "--port", "0"));
        var url = told.readLine().replaceFirst(".* is available at ", "");
        get(url + "/first");
        get(url + "/second");
        var requests = new ArrayList<String>();
        while (requests.size() < 2) {
            String line = Objects.requireNonNull(told.readLine());
            if (line.contains(" 404 ")) {
                requests.add(line);
            }
        }
        assertThat(requests.get(0)).contains(" GET /first 404 ");
        assertThat(requests.get(1)).contains(" GET /second 404 ");
    }

    @Test
    void the_mock_ends_cleanly_when_it_is_asked_to() throws Exception {
        var url = mock();
        assertThat(post(url + "/api/projects/1/annotations/", "{}")).startsWith("401 ");
        var process = started.get(0);
        process.destroy();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as("128 + SIGTERM").isEqualTo(143);
        assertThat(folder.resolve("stderr")).isEmptyFile();
    }

    @Test
    void the_mock_ends_when_its_admin_api_shuts_it_down() throws Exception {
        var url = mock();
        assertThat(post(url + "/__admin/shutdown", "")).startsWith("200 ");
        assertThat(started.get(0).waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(started.get(0).exitValue()).isZero();
    }
}
