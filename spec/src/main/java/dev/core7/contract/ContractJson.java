package dev.core7.contract;

import java.io.IOException;
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
        var contract = ContractReader.read(Path.of(files[0]));
        Files.writeString(
                Path.of(files[1]),
                Json.write(YamlNode.parse(contract.text(), files[0]).value()));
    }
}
