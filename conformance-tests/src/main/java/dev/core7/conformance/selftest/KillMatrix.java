package dev.core7.conformance.selftest;

import dev.core7.contract.InputException;
import dev.core7.contract.InputFile;
import dev.core7.contract.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/** The kills of a self-test as a file: a ratchet that only turns one way. */
public final class KillMatrix {
    private KillMatrix() {}

    /** The matrix as JSON text, one line a mutant. */
    public static String write(List<MutantResult> kills) {
        var text = new StringBuilder("{\n  \"mutants\": " + kills.size() + ",\n  \"killed\": ");
        text.append(kills.stream()
                .filter(k -> k.state() == MutantResult.State.KILLED)
                .count());
        text.append(",\n  \"kills\": {\n");
        var lines = kills.stream()
                .map(k ->
                        "    " + Json.write(k.mutant()) + ": " + Json.write(word(k) + ": " + String.join(" ", k.by())))
                .toList();
        return text.append(String.join(",\n", lines)).append("\n  }\n}\n").toString();
    }

    private static String word(MutantResult kill) {
        return kill.state().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /**
     * What has become worse since the matrix in {@code file}, one line each: new survivors, mutants that were killed by their
     * own check, mutants that are gone or new, checks that kill nothing any more.
     *
     * @throws InputException where the file cannot be read or is no matrix
     */
    public static List<String> worse(Path file, List<MutantResult> kills) {
        var before = read(file);
        var worse = new ArrayList<String>();
        var now = new LinkedHashMap<String, MutantResult>();
        kills.forEach(kill -> now.put(kill.mutant(), kill));
        before.forEach((mutant, outcome) -> {
            if (!now.containsKey(mutant)) {
                worse.add(mutant + ": not played any more");
            } else if (outcome.startsWith("killed:") && now.get(mutant).state() != MutantResult.State.KILLED) {
                worse.add(mutant + ": was killed by its own check, is " + word(now.get(mutant)));
            }
        });
        now.forEach((mutant, kill) -> {
            if (!before.containsKey(mutant)) {
                worse.add(mutant + ": new, " + word(kill));
            }
        });
        var idle = new TreeSet<>(killers(before.values()));
        idle.removeAll(killers(kills.stream()
                .map(k -> word(k) + ": " + String.join(" ", k.by()))
                .toList()));
        idle.forEach(check -> worse.add("the check " + check + " kills nothing any more"));
        return worse;
    }

    private static TreeSet<String> killers(Iterable<String> outcomes) {
        var killers = new TreeSet<String>();
        outcomes.forEach(outcome -> killers.addAll(
                List.of(outcome.substring(outcome.indexOf(':') + 1).strip().split(" "))));
        return killers;
    }

    /** Mutant → outcome. */
    static Map<String, String> read(Path file) {
        try {
            return outcomes(InputFile.bytes(file, InputFile.GENERATED_LIMIT), file.toString());
        } catch (IOException e) {
            throw new InputException(file + ": cannot be read: " + e.getMessage(), e);
        }
    }

    private static Map<String, String> outcomes(byte[] bytes, String source) {
        try {
            if (Json.parse(bytes) instanceof Map<?, ?> json && json.get("kills") instanceof Map<?, ?> kills) {
                var outcomes = new LinkedHashMap<String, String>();
                kills.forEach((mutant, outcome) -> outcomes.put(mutant.toString(), String.valueOf(outcome)));
                return outcomes;
            }
            throw new InputException(source + ": no kill matrix: write one with kit self-test --write FILE");
        } catch (Json.NotJsonException e) {
            throw new InputException(source + ": no kill matrix: " + e.getMessage(), e);
        }
    }
}
