package dev.core7.contract;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Converts the neighbours of the contract to JSON during the build, and copies the components of the contract that they refer to,
 * so that one small file contains all that the mock reads.
 */
final class NeighboursJson {
    private static final String CONTRACT = "openapi.yaml";
    private static final String COMPONENTS = "components";

    /** Responses that are the same for all operations, and that the mock does not take from their descriptions. */
    private static final Set<String> COMMON = Set.of("400", "401", "403");

    private final Map<String, Map<String, @Nullable Object>> components = new LinkedHashMap<>();
    private final Map<?, ?> own;
    private final Map<?, ?> contracts;

    private NeighboursJson(Map<?, ?> neighbours, Map<?, ?> contract) {
        this.own = map(neighbours.get(COMPONENTS));
        this.contracts = map(contract.get(COMPONENTS));
    }

    /**
     * Reads both YAML files and writes the neighbours as JSON.
     *
     * @param files the neighbours, the contract, and the JSON file to write
     * @throws InputException if the result is not a valid OpenAPI document
     */
    public static void main(String... files) throws IOException {
        byte[] yaml = Files.readAllBytes(Path.of(files[0]));
        var neighbours = YamlNode.parse(new String(yaml, StandardCharsets.UTF_8), files[0]);
        var contract = YamlNode.parse(Files.readString(Path.of(files[1])), files[1]);
        var bundle = bundle(map(neighbours.value()), map(contract.value()));
        ContractReader.parse(yaml, YamlNode.of(bundle, files[0]));
        Files.writeString(Path.of(files[2]), Json.write(bundle));
    }

    /** Returns the neighbours with references to their own file only. */
    static Map<String, @Nullable Object> bundle(Map<?, ?> neighbours, Map<?, ?> contract) {
        var bundle = new LinkedHashMap<String, @Nullable Object>();
        var self = new NeighboursJson(neighbours, contract);
        neighbours.forEach((key, value) -> {
            if (!key.equals(COMPONENTS)) {
                bundle.put(key.toString(), self.copy(value));
            }
        });
        self.addReferenced();
        bundle.put(COMPONENTS, self.components);
        return bundle;
    }

    private final Set<String> referenced = new LinkedHashSet<>();
    private final Deque<String> pending = new ArrayDeque<>();

    /** Copies a value; references to the contract become references to the copied component. */
    private @Nullable Object copy(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(this::copy).toList();
        }
        if (!(value instanceof Map<?, ?> fields)) {
            return value;
        }
        var copied = new LinkedHashMap<String, @Nullable Object>();
        fields.forEach((key, field) -> {
            if (!COMMON.contains(key)) {
                copied.put(
                        key.toString(),
                        key.equals("$ref") && field instanceof String reference ? reference(reference) : copy(field));
            }
        });
        return copied;
    }

    private String reference(String reference) {
        String local = reference.startsWith(CONTRACT) ? reference.substring(CONTRACT.length()) : reference;
        if (referenced.add(local)) {
            pending.add(local);
        }
        return local;
    }

    private void addReferenced() {
        while (!pending.isEmpty()) {
            var tokens = JsonPointer.tokens(pending.remove().substring(1));
            String kind = tokens.get(1);
            String name = tokens.get(2);
            var component = map(own.get(kind)).containsKey(name)
                    ? map(own.get(kind)).get(name)
                    : map(contracts.get(kind)).get(name);
            if (component == null) {
                throw new InputException("neighbours.yaml: there is no component " + kind + "/" + name);
            }
            components.computeIfAbsent(kind, created -> new LinkedHashMap<>()).put(name, copy(component));
        }
    }

    private static Map<?, ?> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }
}
