package dev.core7.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.contract.ContractReader;
import dev.core7.contract.Json;
import dev.core7.mock.MockServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The definition of the image names only what there is, and its health check tells a mock from nobody. */
class ImageTest {
    private static final Path ROOT = Path.of("..");
    private static final String OF_THE_BUILD = "--from=build /build/";
    private static final Pattern INSTRUCTION = Pattern.compile("(?m)^([A-Z]+) (.*)$");

    /** What stands behind each instruction of that name, options included. */
    private static List<String> instructions(String name) throws IOException {
        var text = Files.readString(ROOT.resolve("Dockerfile")).replaceAll("\\\\\n\\s*", "");
        return INSTRUCTION
                .matcher(text)
                .results()
                .filter(found -> found.group(1).equals(name))
                .map(found -> found.group(2))
                .toList();
    }

    /** The command of an instruction in exec form. */
    private static List<String> command(String name) throws IOException, Json.NotJsonException {
        var text = instructions(name).get(0);
        var words = Objects.requireNonNull(Json.parse(text.substring(text.indexOf('['))));
        return ((List<?>) words).stream().map(String::valueOf).toList();
    }

    private static boolean isHeldBack(Path source) throws IOException {
        return Files.readAllLines(ROOT.resolve(".dockerignore")).stream()
                .map(line -> FileSystems.getDefault().getPathMatcher("glob:" + line))
                .anyMatch(ignored -> ignored.matches(source));
    }

    @Test
    void what_is_copied_is_in_the_repository_and_not_held_back() throws IOException {
        for (String copy : instructions("COPY")) {
            var words = new ArrayList<>(List.of(copy.split(" ")));
            words.remove(words.size() - 1);
            if (!copy.startsWith("--from")) {
                for (String source : words) {
                    assertThat(ROOT.resolve(source)).exists();
                    assertThat(isHeldBack(Path.of(source))).as(source).isFalse();
                }
            }
        }
    }

    @Test
    void what_is_copied_from_the_build_is_what_the_launcher_runs() throws IOException {
        var built = instructions("COPY").stream()
                .filter(copy -> copy.startsWith(OF_THE_BUILD))
                .map(copy -> copy.substring(OF_THE_BUILD.length()).split(" ")[0])
                .toList();
        assertThat(built).hasSize(1);
        var launcher = Files.readString(ROOT.resolve("kit"));
        assertThat(launcher)
                .contains(
                        "$home/" + built.get(0),
                        "$home/" + Path.of(built.get(0)).getFileName());
    }

    @Test
    void the_container_plays_the_mock_on_the_port_that_it_exposes_to_everybody() throws Exception {
        assertThat(command("ENTRYPOINT")).containsExactly("/opt/kit/kit");
        assertThat(command("CMD")).containsExactly("mock", "--bind", "0.0.0.0");
        assertThat(Kit.run("mock", "--help").out().replaceAll("\\s+", " "))
                .contains("Default: " + instructions("EXPOSE").get(0) + ".");
        assertThat(instructions("USER")).hasSize(1).doesNotContain("root", "0");
    }

    @Test
    void the_health_check_passes_on_a_mock_and_fails_where_nobody_listens() throws Exception {
        try (var mock = MockServer.start(ContractReader.bundled())) {
            assertThat(healthOf(URI.create(mock.url()).getPort())).isZero();
        }
        assertThat(healthOf(portOfNobody())).isNotZero();
    }

    private static int portOfNobody() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static int healthOf(int port) throws Exception {
        var exposed = instructions("EXPOSE").get(0);
        var check = command("HEALTHCHECK").stream()
                .map(word -> word.replace("/127.0.0.1/" + exposed, "/127.0.0.1/" + port))
                .toList();
        return new ProcessBuilder(check)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
