package dev.core7.contract;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Reads the contract: the one that comes with the kit, or the user's own file. */
public final class ContractReader {
    private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");
    private static final Set<String> BESIDE_METHODS = Set.of("parameters", "summary", "description", "servers");

    private ContractReader() {}

    /** The contract that comes with the kit: its YAML, with the values that the build has read from it. */
    public static Contract bundled() {
        try {
            return parse(bundled("openapi.yaml"), YamlNode.of(Json.parse(bundled("openapi.json")), "openapi.yaml"));
        } catch (IOException | Json.NotJsonException e) {
            throw new InputException("the bundled contract cannot be read: " + e.getMessage(), e);
        }
    }

    private static byte[] bundled(String name) throws IOException {
        try (InputStream in = ContractReader.class.getResourceAsStream("/" + name)) {
            return Objects.requireNonNull(in, name + " is not on the class path: build the kit with Maven")
                    .readAllBytes();
        }
    }

    /**
     * The contract in a file.
     *
     * @throws InputException where the file is missing, unreadable, not YAML, or lacks what the kit needs
     */
    public static Contract read(Path file) {
        try {
            return parse(InputFile.bytes(file, InputFile.BY_PEOPLE), file.toString());
        } catch (NoSuchFileException e) {
            throw new InputException(file + ": no such file: give the path of an OpenAPI 3.1 document", e);
        } catch (IOException e) {
            throw new InputException(file + ": cannot be read: " + e, e);
        }
    }

    static Contract parse(byte[] bytes, String source) {
        return parse(bytes, YamlNode.parse(new String(bytes, StandardCharsets.UTF_8), source));
    }

    /** @param root the values in the file, whoever read them */
    static Contract parse(byte[] bytes, YamlNode root) {
        var version = root.need("openapi", "the first line of an OpenAPI document, openapi: 3.1.0");
        if (!String.valueOf(version.value()).startsWith("3.1")) {
            throw version.problem("OpenAPI 3.1 is expected, not " + version.value());
        }
        var info = root.need("info", "title and version of the API");
        var reader = new OperationReader(root);
        var contract = new Contract(
                info.need("title", "the API's name").text(),
                String.valueOf(info.need("version", "the contract's version").value()),
                Digest.of(bytes),
                new String(bytes, StandardCharsets.UTF_8),
                operations(root, reader));
        checkLinks(contract, reader);
        return contract;
    }

    private static List<Operation> operations(YamlNode root, OperationReader reader) {
        var operations = new ArrayList<Operation>();
        var ids = new HashSet<String>();
        var paths = root.need("paths", "the operations of the API");
        paths.mapping().forEach((path, item) -> {
            checkKeys(item);
            for (String method : METHODS) {
                item.field(method).ifPresent(node -> {
                    var operation = reader.read(method, path, item, node);
                    if (!ids.add(operation.id())) {
                        throw node.problem("the operationId " + operation.id() + " stands twice");
                    }
                    operations.add(operation);
                });
            }
        });
        if (operations.isEmpty()) {
            throw paths.problem("the contract has no operation");
        }
        return operations;
    }

    /** What is not read would go unjudged without a word: {@code gett}, {@code head}, a {@code $ref}. */
    private static void checkKeys(YamlNode item) {
        item.mapping().forEach((key, value) -> {
            if (!METHODS.contains(key) && !BESIDE_METHODS.contains(key) && !key.startsWith("x-")) {
                throw value.problem("get, post, put, patch or delete is expected here, not " + key);
            }
        });
    }

    private static void checkLinks(Contract contract, OperationReader reader) {
        for (Operation operation : contract.operations()) {
            for (Link link : operation.success().links()) {
                if (contract.operation(link.operationId()).isEmpty()) {
                    throw reader.place(link)
                            .problem("the link " + link.name() + " of " + operation.id() + " leads to "
                                    + link.operationId() + ", which is no operation of the contract");
                }
            }
        }
    }
}
