package dev.core7.contract;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A step of the build: writes the contract that comes with the kit as JSON too, which is read in a fraction of the time. */
final class ContractJson {
    private ContractJson() {}

    /**
     * Writes the JSON.
     *
     * @param files the YAML that there is, and the JSON that is to be
     * @throws InputException where the YAML is no contract
     */
    public static void main(String... files) throws IOException {
        byte[] yaml = Files.readAllBytes(Path.of(files[0]));
        var root = YamlNode.parse(new String(yaml, StandardCharsets.UTF_8), files[0]);
        ContractReader.parse(yaml, root);
        Files.writeString(Path.of(files[1]), Json.write(root.value()));
    }
}
