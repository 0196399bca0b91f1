package dev.core7.examples.vendor;

import dev.core7.examples.vendor.access.Accounts;
import dev.core7.examples.vendor.access.ApiKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The target file to judge this server with: printed when the server is ready, or written to {@code --target-file}. */
@Component
class TargetFile {
    private static final Logger LOG = LoggerFactory.getLogger(TargetFile.class);

    /** How the values of keys begin that are no secrets. */
    private static final String EXAMPLE = "phx_example_";

    private final Accounts accounts;
    private final Seeds seeds;
    private final Environment environment;

    TargetFile(Accounts accounts, Seeds seeds, Environment environment) {
        this.accounts = accounts;
        this.seeds = seeds;
        this.environment = environment;
    }

    @EventListener(ApplicationReadyEvent.class)
    void tell() {
        var file = environment.getProperty("target-file");
        if (file == null) {
            System.out.print(text());
            return;
        }
        try {
            write(Path.of(file).toAbsolutePath());
        } catch (IOException e) {
            LOG.error("--target-file={}: cannot be written: {}", file, e.toString());
        }
    }

    /** Who waits for the file finds all of it or nothing. */
    private void write(Path file) throws IOException {
        var draft = Files.createTempFile(file.getParent(), "target", ".yaml");
        Files.writeString(draft, text());
        Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private String text() {
        int judged = accounts.projects().get(0);
        int other = accounts.projects().get(1);
        return """
                # target.yaml for this server: ./kit check --target target.yaml
                # Each run uses up a role; they are all back when the server has been started again.
                url: http://%s:%s
                organization_id: %s
                project_id: %d
                keys:
                %s
                fixtures:
                  roles: %s
                  persons: %s
                  insights: %s
                  dashboards: %s
                  other_project: {project_id: %d, annotations: %s, cohorts: %s, comments: %s}
                """.formatted(
                        environment.getProperty("server.address"),
                        environment.getProperty("local.server.port"),
                        accounts.organization(),
                        judged,
                        accounts.keys().stream().map(TargetFile::line).collect(Collectors.joining("\n")),
                        seeds.roles(),
                        seeds.persons(judged),
                        seeds.insights(judged),
                        seeds.dashboards(judged),
                        other,
                        seeds.annotations(other),
                        seeds.cohorts(other),
                        seeds.comments(other));
    }

    static String line(ApiKey key) {
        var project = key.project() == null ? "" : ", project_id: " + key.project();
        var scopes = key.scopes().stream()
                .sorted()
                .map(scope -> scope.equals("*") ? quoted(scope) : scope)
                .toList();
        return "  - {name: %s, value: %s, scopes: %s%s}".formatted(key.name(), quoted(value(key)), scopes, project);
    }

    /** The value of an example key; for any other, the environment variable to put the secret into. */
    private static String value(ApiKey key) {
        var variable = "KEY_" + key.name().toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
        return key.value().startsWith(EXAMPLE) ? key.value() : "${" + variable + "}";
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }
}
