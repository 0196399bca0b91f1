package dev.core7.contract;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Converts the bundled contract to JSON during the build, because parsing JSON is much faster than parsing YAML. */
final class ContractJson {
    private ContractJson() {}

    /**
     * Reads a YAML file and writes it as JSON.
     *
     * @param files the YAML file to read, and the JSON file to write
     * @throws InputException if the YAML is not a valid contract
     */
    public static void main(String... files) throws IOException {
        byte[] yaml = Files.readAllBytes(Path.of(files[0]));
        var root = YamlNode.parse(new String(yaml, StandardCharsets.UTF_8), files[0]);
        ContractReader.parse(yaml, root);
        Files.writeString(Path.of(files[1]), Json.write(root.value()));
    }
}
