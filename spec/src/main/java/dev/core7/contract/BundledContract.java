package dev.core7.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * The contract that comes with the kit: {@code openapi.yaml}, and beside it the same values as JSON, which the build makes of it and which
 * are read in a fraction of the time.
 */
public final class BundledContract {
    private static final String YAML = "openapi.yaml";
    private static final String JSON = "openapi.json";

    private BundledContract() {}

    static Contract read() {
        try {
            return ContractReader.parse(bytes(YAML), YamlNode.of(Json.parse(bytes(JSON)), YAML));
        } catch (IOException | Json.NotJsonException e) {
            throw new InputException("the bundled contract cannot be read: " + e.getMessage(), e);
        }
    }

    private static byte[] bytes(String name) throws IOException {
        try (InputStream in = BundledContract.class.getResourceAsStream("/" + name)) {
            return Objects.requireNonNull(in, name + " is not on the class path: build the kit with Maven")
                    .readAllBytes();
        }
    }

    /**
     * Writes the JSON, for the build.
     *
     * @param folders where the YAML is, and where the JSON is to be
     * @throws InputException where the YAML is no contract
     */
    public static void main(String... folders) {
        var contract = ContractReader.read(Path.of(folders[0], YAML));
        try {
            Files.writeString(
                    Path.of(folders[1], JSON),
                    Json.write(YamlNode.parse(contract.text(), YAML).value()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
