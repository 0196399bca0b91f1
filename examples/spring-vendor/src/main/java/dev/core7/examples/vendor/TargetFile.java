package dev.core7.examples.vendor;

import dev.core7.examples.vendor.access.Accounts;
import dev.core7.examples.vendor.access.ApiKey;
import dev.core7.examples.vendor.access.User;
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

/** Prints the target file for this server when the server is ready, or writes it to {@code --target-file}. */
@Component
class TargetFile {
    private static final Logger LOG = LoggerFactory.getLogger(TargetFile.class);

    /** The prefix of example keys, which are not secret. */
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
    void publish() {
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

    /** Writes the file atomically, so that a script that waits for the file never reads a part of it. */
    private void write(Path file) throws IOException {
        var draft = Files.createTempFile(file.getParent(), "target", ".yaml");
        Files.writeString(draft, text());
        Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private String text() {
        int checked = accounts.projects().get(0);
        int otherProject = accounts.projects().get(1);
        return """
                # target.yaml for this server: ./kit check --target target.yaml
                # Each run deletes a role. A restart of the server restores all roles.
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
                  other_project: {project_id: %d, annotations: %s, cohorts: %s, comments: %s, persons: %s, insights: %s, dashboards: %s}
                """.formatted(
                        environment.getProperty("server.address"),
                        environment.getProperty("local.server.port"),
                        accounts.organization(),
                        checked,
                        accounts.keys().stream()
                                .map(key -> line(key, accounts.user(key.user())))
                                .collect(Collectors.joining("\n")),
                        seeds.roles(),
                        seeds.persons(checked),
                        seeds.insights(checked),
                        seeds.dashboards(checked),
                        otherProject,
                        seeds.annotations(otherProject),
                        seeds.cohorts(otherProject),
                        seeds.comments(otherProject),
                        seeds.persons(otherProject),
                        seeds.insights(otherProject),
                        seeds.dashboards(otherProject));
    }

    static String line(ApiKey key, User user) {
        var project = key.project() == null ? "" : ", project_id: " + key.project();
        var scopes = key.scopes().stream()
                .sorted()
                .map(scope -> scope.equals("*") ? quoted(scope) : scope)
                .toList();
        return "  - {name: %s, value: %s, scopes: %s, user: %d%s}"
                .formatted(key.name(), quoted(value(key)), scopes, user.id(), project);
    }

    /** Returns the value of an example key, or a reference to an environment variable for a secret key. */
    private static String value(ApiKey key) {
        var variable = "KEY_" + key.name().toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
        return key.value().startsWith(EXAMPLE) ? key.value() : "${" + variable + "}";
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }
}
