package dev.core7.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Runs the jar as users do: in a process of its own, in an empty folder. */
abstract class JarProcesses {
    static final String JAR = System.getProperty("kit.jar");

    /** The folder of the complete run, and of the class archive that it writes so that later processes start faster. */
    static final Path COMPLETE_RUN = Path.of("target", "complete-run").toAbsolutePath();

    private static final Path CLASSES = COMPLETE_RUN.resolve("classes.jsa");

    private static @Nullable Kit complete;

    @TempDir
    Path folder;

    final List<Process> started = new ArrayList<>();

    /** Judges the embedded mock once for all tests. */
    @BeforeAll
    static void judges_the_embedded_mock_and_archives_the_classes() throws Exception {
        complete();
        assertThat(CLASSES).isNotEmptyFile();
    }

    @AfterEach
    void end_what_was_started() {
        started.forEach(Process::destroyForcibly);
    }

    /** Returns what the complete run printed. */
    static synchronized Kit complete() throws IOException, InterruptedException {
        if (complete == null) {
            Files.createDirectories(COMPLETE_RUN);
            complete = result(process(COMPLETE_RUN, "-XX:ArchiveClassesAtExit=" + CLASSES, "check"), COMPLETE_RUN);
        }
        return complete;
    }

    private static Process process(Path folder, String flag, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                flag,
                "-Xlog:disable",
                "-Dpicocli.disable.closures=true",
                "-jar",
                JAR));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().putAll(Judged.environment());
        builder.environment().remove("CI");
        builder.redirectError(folder.resolve("stderr").toFile());
        return builder.start();
    }

    Process start(String... arguments) throws IOException {
        var process = process(folder, "-XX:SharedArchiveFile=" + CLASSES, arguments);
        started.add(process);
        return process;
    }

    Kit kit(String... arguments) throws IOException, InterruptedException {
        return result(start(arguments), folder);
    }

    private static Kit result(Process process, Path folder) throws IOException, InterruptedException {
        var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Kit(process.waitFor(), out, Files.readString(folder.resolve("stderr")));
    }

    /** Starts {@code kit mock} and answers its address. */
    String mock() throws IOException {
        return lines(start("mock", "--port", "0")).readLine().replaceFirst(".* is available at ", "");
    }

    static BufferedReader lines(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    static String post(String url, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        var response = HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
        return response.statusCode() + " " + response.body();
    }

    static String get(String url) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(url)).build();
        var response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        return response.statusCode() + " " + response.body();
    }
}
