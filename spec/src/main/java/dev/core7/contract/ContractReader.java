package dev.core7.contract;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Reads the bundled contract or a contract file of the user. */
public final class ContractReader {
    private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");
    private static final Set<String> OTHER_PATH_KEYS = Set.of("parameters", "summary", "description", "servers");

    private static final Lazy<Contract> BUNDLED = new Lazy<>(() -> bundled("openapi"));
    private static final Lazy<Contract> NEIGHBOURS = new Lazy<>(() -> bundled("neighbours"));

    private ContractReader() {}

    /**
     * Returns the bundled contract, which is read once in the life of the process. Its values come from the JSON that the build
     * created from the YAML.
     */
    public static Contract bundled() {
        return BUNDLED.get();
    }

    /**
     * Returns what PostHog's clients also request: operations beside the contract, which the mock serves if the contract has
     * {@code x-mock-neighbours}. They belong to no page, and the suite never judges them. Read once, like {@link #bundled()}.
     */
    public static Contract neighbours() {
        return NEIGHBOURS.get();
    }

    private static Contract bundled(String name) {
        String yaml = name + ".yaml";
        try {
            return parse(resource(yaml), YamlNode.of(Json.parse(resource(name + ".json")), yaml));
        } catch (IOException | Json.NotJsonException e) {
            throw new InputException("the bundled " + yaml + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = ContractReader.class.getResourceAsStream("/" + name)) {
            return Objects.requireNonNull(in, name + " is not on the class path: build the kit with Maven")
                    .readAllBytes();
        }
    }

    /**
     * Reads a contract file.
     *
     * @throws InputException if the file is missing, unreadable, not YAML, or lacks something that the kit needs
     */
    public static Contract read(Path file) {
        try {
            return parse(InputFile.bytes(file, InputFile.HAND_WRITTEN_LIMIT), file.toString());
        } catch (NoSuchFileException e) {
            throw new InputException(file + ": no such file: give the path of an OpenAPI 3.1 document", e);
        } catch (IOException e) {
            throw new InputException(file + ": cannot be read: " + e, e);
        }
    }

    /** @param source the file name in error messages */
    static Contract parse(byte[] bytes, String source) {
        return parse(bytes, YamlNode.parse(new String(bytes, StandardCharsets.UTF_8), source));
    }

    /** @param root the parsed content of {@code bytes} */
    static Contract parse(byte[] bytes, YamlNode root) {
        var version = root.need("openapi", "begin the document with openapi: 3.1.0");
        if (!String.valueOf(version.value()).startsWith("3.1")) {
            throw version.problem("expected OpenAPI 3.1, got " + version.value());
        }
        var info = root.need("info", "add the title and the version of the API");
        var reader = new OperationReader(root);
        var contract = new Contract(
                info.need("title", "add the name of the API").text(),
                String.valueOf(
                        info.need("version", "add the version of the contract").value()),
                Digest.of(bytes),
                new String(bytes, StandardCharsets.UTF_8),
                operations(root, reader),
                keyPlaces(root),
                root.field("x-dialect").map(YamlNode::text),
                root.field("x-mock-neighbours").map(YamlNode::bool).orElse(false));
        checkLinks(contract, reader);
        checkTools(contract, root);
        return contract;
    }

    private static Map<String, String> keyPlaces(YamlNode root) {
        var places = new LinkedHashMap<String, String>();
        root.at("/components/securitySchemes")
                .ifPresent(schemes -> schemes.mapping()
                        .values()
                        .forEach(scheme -> scheme.field("x-key-places")
                                .ifPresent(all ->
                                        all.mapping().forEach((place, name) -> places.put(place, name.text())))));
        return places;
    }

    private static List<Operation> operations(YamlNode root, OperationReader reader) {
        var operations = new ArrayList<Operation>();
        var ids = new HashSet<String>();
        var paths = root.need("paths", "add the operations of the API");
        paths.mapping().forEach((path, item) -> {
            checkKeys(item);
            for (String method : METHODS) {
                item.field(method).ifPresent(node -> {
                    var operation = reader.read(method, path, item, node);
                    if (!ids.add(operation.id())) {
                        throw node.problem("duplicate operationId " + operation.id());
                    }
                    operations.add(operation);
                });
            }
        });
        if (operations.isEmpty()) {
            throw paths.problem("the contract has no operations");
        }
        return operations;
    }

    /** Rejects unknown keys such as {@code gett}, {@code head} or {@code $ref}, because the suite would silently not test them. */
    private static void checkKeys(YamlNode item) {
        item.mapping().forEach((key, value) -> {
            if (!METHODS.contains(key) && !OTHER_PATH_KEYS.contains(key) && !key.startsWith("x-")) {
                throw value.problem("expected get, post, put, patch or delete, got " + key);
            }
        });
    }

    private static void checkTools(Contract contract, YamlNode root) {
        var names = new HashSet<String>();
        for (Operation operation : contract.operations()) {
            operation.tool().ifPresent(tool -> {
                if (!names.add(tool.name())) {
                    throw toolNode(operation, root).problem("another operation has the tool " + tool.name());
                }
                tool.call()
                        .filter(call -> contract.operation(call.operationId()).isEmpty())
                        .ifPresent(call -> {
                            throw toolNode(operation, root)
                                    .problem("the tool calls " + call.operationId()
                                            + ", which is not an operation of the contract");
                        });
            });
        }
    }

    private static YamlNode toolNode(Operation operation, YamlNode root) {
        String item = JsonPointer.child("/paths", operation.path());
        return root.at(item + "/" + operation.method().toLowerCase(Locale.ROOT) + "/x-mcp-tool")
                .orElse(root);
    }

    private static void checkLinks(Contract contract, OperationReader reader) {
        for (Operation operation : contract.operations()) {
            for (Link link : operation.success().links()) {
                if (contract.operation(link.operationId()).isEmpty()) {
                    throw reader.node(link)
                            .problem("the link " + link.name() + " of " + operation.id() + " leads to "
                                    + link.operationId() + ", which is not an operation of the contract");
                }
            }
        }
    }
}
