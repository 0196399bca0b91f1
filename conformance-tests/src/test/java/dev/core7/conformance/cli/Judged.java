package dev.core7.conformance.cli;

import dev.core7.conformance.Targets;
import dev.core7.contract.Json;
import dev.core7.contract.JsonPointer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A server judged by {@code kit check}: what the command left and what its report.json says. */
record Judged(Kit kit, Path folder) {
    /** A target file with keys that carry canaries, all of them from the environment. */
    static Path target(String url, Path folder) throws IOException {
        return Files.writeString(folder.resolve("target.yaml"), """
                url: %s
                organization_id: %s
                project_id: "1"
                keys:
                  - {name: all, value: "${KEY_ALL}", scopes: ["*"]}
                  - {name: readers, value: "${KEY_READERS}", scopes: [annotation:read, cohort:read]}
                fixtures:
                  roles: [%2$s]
                  persons: [%2$s]
                """.formatted(url, Targets.ORGANIZATION));
    }

    /** The values of the target's keys. */
    static Map<String, String> environment() {
        return Map.of("KEY_ALL", "phx_mock.*", "KEY_READERS", "phx_mock.annotation:read+cohort:read");
    }

    /** Judges in this process. */
    static Judged of(String url, Path folder, Map<String, String> environment, String... more) throws IOException {
        var out = folder.resolve("out");
        var arguments =
                new ArrayList<>(List.of("check", "--target", target(url, folder).toString(), "--out", out.toString()));
        arguments.addAll(List.of(more));
        return new Judged(Kit.run(environment, arguments), out);
    }

    /** The results of report.json. */
    @SuppressWarnings("unchecked") // The report's own schema says so.
    List<Map<String, Object>> results() throws IOException {
        try {
            var report = Json.parse(Files.readAllBytes(folder.resolve("report.json")));
            return (List<Map<String, Object>>) JsonPointer.find(report, "/results");
        } catch (Json.NotJsonException e) {
            throw new IOException(e);
        }
    }

    /** The findings and reasons of one check on one case, as {@code outcome where: expected → actual}. */
    String tell(String id) throws IOException {
        for (var result : results()) {
            if (result.get("id").equals(id)) {
                return result.get("outcome") + " " + result.get("reason") + result.get("findings");
            }
        }
        return "no result " + id;
    }
}
