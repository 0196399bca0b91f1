package dev.core7.conformance.report;

import dev.core7.contract.Digest;
import dev.core7.contract.Json;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The result of the self-test of this build: which deliberate faults its checks find. It is read from {@code kill-matrix.json}.
 *
 * @param mutants the number of deliberate faults
 * @param killed the number of faults that the check of the violated clause found
 * @param sha256 the SHA-256 digest of the matrix, in lower-case hex
 * @param kills the outcome of each mutant, and the checks that found it
 */
public record Certificate(int mutants, int killed, String sha256, Map<String, String> kills) {
    /** Read once, because several reports need it. */
    private static final Certificate OF_THIS_BUILD = read();

    /** Returns the certificate of this build. {@code kit self-test} creates the matrix. */
    public static Certificate ofThisBuild() {
        return OF_THIS_BUILD;
    }

    /** Returns the mutants of the result's operation that the result's check finds. */
    public List<String> foundBy(String resultId) {
        var parts = resultId.split("/");
        return kills.entrySet().stream()
                .filter(kill -> kill.getKey().startsWith(parts[0] + "/"))
                .filter(kill -> List.of(kill.getValue().split("[: ]+")).contains(parts[parts.length - 1]))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Certificate read() {
        try (var in = Certificate.class.getResourceAsStream("/kill-matrix.json")) {
            var bytes = Objects.requireNonNull(in, "kill-matrix.json is not on the class path")
                    .readAllBytes();
            var matrix = (Map<?, ?>) Objects.requireNonNull(Json.parse(bytes));
            return new Certificate(
                    number(matrix, "mutants"), number(matrix, "killed"), Digest.of(bytes), kills((Map<?, ?>)
                            Objects.requireNonNull(matrix.get("kills"))));
        } catch (IOException | Json.NotJsonException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> kills(Map<?, ?> matrix) {
        var kills = new LinkedHashMap<String, String>();
        matrix.forEach((mutant, outcome) -> kills.put(mutant.toString(), String.valueOf(outcome)));
        return Collections.unmodifiableMap(kills);
    }

    private static int number(Map<?, ?> matrix, String name) {
        return ((Number) Objects.requireNonNull(matrix.get(name), name)).intValue();
    }
}
