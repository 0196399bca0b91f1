package dev.core7.conformance.shard;

import dev.core7.contract.InputException;
import dev.core7.contract.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A {@code shard.json} as it was read: plain values, for what they are about is known with the contract only. */
record Part(Path file, Map<?, ?> json) {
    /**
     * Reads a shard.
     *
     * @param folder what {@code kit check --shard} has written
     * @throws InputException where it has none
     */
    static Part read(Path folder) {
        var file = folder.resolve(ShardFile.FILE_NAME);
        try {
            if (Json.parse(Files.readAllBytes(file)) instanceof Map<?, ?> json
                    && Integer.valueOf(ShardFile.FORMAT).equals(json.get("format"))) {
                return new Part(file, json);
            }
        } catch (IOException | Json.NotJsonException e) {
            // Told like any other file that is none.
        }
        throw new InputException(folder + ": no " + ShardFile.FILE_NAME + " of format " + ShardFile.FORMAT
                + " in it: give a folder that kit check --shard has written");
    }

    int number() {
        return ((Number) need(json, "shard")).intValue();
    }

    /** What it has in common with the other shards of its run, by the words of a complaint. */
    Map<String, String> run() {
        return texts(json, "run");
    }

    List<Map<?, ?>> list(String name) {
        return list(json, name);
    }

    String text(String name) {
        return text(json, name);
    }

    List<String> texts(String name) {
        return ((List<?>) need(json, name)).stream().map(String::valueOf).toList();
    }

    static List<Map<?, ?>> list(Map<?, ?> json, String name) {
        return ((List<?>) need(json, name))
                .stream().<Map<?, ?>>map(item -> (Map<?, ?>) item).toList();
    }

    static Map<String, String> texts(Map<?, ?> json, String name) {
        var texts = new LinkedHashMap<String, String>();
        ((Map<?, ?>) need(json, name)).forEach((key, value) -> texts.put(key.toString(), String.valueOf(value)));
        return texts;
    }

    static String text(Map<?, ?> json, String name) {
        return need(json, name).toString();
    }

    static boolean flag(Map<?, ?> json, String name) {
        return Boolean.TRUE.equals(json.get(name));
    }

    private static Object need(Map<?, ?> json, String name) {
        var value = json.get(name);
        if (value == null) {
            throw new InputException(ShardFile.FILE_NAME + ": " + name + " is missing: run the shard again");
        }
        return value;
    }
}
