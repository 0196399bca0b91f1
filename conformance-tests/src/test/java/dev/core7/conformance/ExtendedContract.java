package dev.core7.conformance;

import dev.core7.contract.Contract;
import dev.core7.contract.ContractReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** The bundled contract with operations that nobody had in mind. */
final class ExtendedContract {
    private ExtendedContract() {}

    /** Returns the contract whose text results from a change of the bundled one; it is written to the folder. */
    static Contract read(Path folder, UnaryOperator<String> change) throws IOException {
        try (var in = ContractReader.class.getResourceAsStream("/openapi.yaml")) {
            var text = change.apply(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            return ContractReader.read(Files.writeString(folder.resolve("openapi.yaml"), text));
        }
    }
}
