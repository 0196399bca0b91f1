package dev.core7.contract.flow;

import dev.core7.contract.Contract;
import dev.core7.contract.InputException;
import dev.core7.contract.InputFile;
import dev.core7.contract.Lazy;
import dev.core7.contract.YamlNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

/** Reads flows from an Arazzo 1.0 document. Rejects everything that the kit does not support. */
public final class FlowsReader {
    private static final Lazy<List<Workflow>> BUNDLED = new Lazy<>(FlowsReader::readBundled);

    private FlowsReader() {}

    /** Returns the bundled flows whose operations are all in {@code contract}. They are read once in the life of the process. */
    public static List<Workflow> bundled(Contract contract) {
        return BUNDLED.get().stream()
                .filter(workflow -> workflow.steps().stream()
                        .allMatch(step -> contract.operation(step.operationId()).isPresent()))
                .toList();
    }

    private static List<Workflow> readBundled() {
        try (InputStream in = FlowsReader.class.getResourceAsStream("/flows.arazzo.yaml")) {
            var bytes = Objects.requireNonNull(in, "flows.arazzo.yaml is not on the class path")
                    .readAllBytes();
            return parse(new String(bytes, StandardCharsets.UTF_8), "flows.arazzo.yaml");
        } catch (IOException e) {
            throw new InputException("the bundled flows cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * Reads the flows in a file.
     *
     * @throws InputException if the file is missing, unreadable or not YAML, contains something that the kit does not support,
     *     or calls an operation that {@code contract} does not contain
     */
    public static List<Workflow> read(Path file, Contract contract) {
        try {
            return parse(
                    InputFile.text(file, InputFile.HAND_WRITTEN_LIMIT),
                    file.toString(),
                    id -> contract.operation(id).isPresent());
        } catch (NoSuchFileException e) {
            throw new InputException(file + ": no such file: give the path of an Arazzo 1.0 document", e);
        } catch (IOException e) {
            throw new InputException(file + ": cannot be read: " + e, e);
        }
    }

    static List<Workflow> parse(String text, String source) {
        return parse(text, source, operation -> true);
    }

    private static List<Workflow> parse(String text, String source, Predicate<String> operations) {
        var root = YamlNode.parse(text, source);
        var version = root.need("arazzo", "begin the document with arazzo: 1.0.1");
        if (!String.valueOf(version.value()).startsWith("1.0.")) {
            throw version.problem("expected Arazzo 1.0, got " + version.value());
        }
        FlowSyntax.allowKeys(
                root, "arazzo", "info", "sourceDescriptions", "workflows", "components", "x-clauses", "x-inputs");
        var reader = new WorkflowReader(clauses(root), InputsReader.read(root), root.field("components"), operations);
        var workflows = new LinkedHashMap<String, Workflow>();
        for (YamlNode node :
                root.need("workflows", "add the workflows to execute").list()) {
            var workflow = reader.read(node);
            workflow.dependsOn().forEach(other -> {
                if (!workflows.containsKey(other)) {
                    throw node.problem(workflow.id() + " depends on " + other + ", which is not an earlier workflow");
                }
            });
            if (workflows.put(workflow.id(), workflow) != null) {
                throw node.problem("duplicate workflowId " + workflow.id());
            }
        }
        return new ArrayList<>(workflows.values());
    }

    private static Map<String, Clause> clauses(YamlNode root) {
        var clauses = new LinkedHashMap<String, Clause>();
        root.need("x-clauses", "add the clauses that the criteria check")
                .mapping()
                .forEach((id, node) -> {
                    FlowSyntax.allowKeys(node, "level", "says");
                    var level = node.need("level", "add MUST or SHOULD");
                    if (!List.of("MUST", "SHOULD").contains(level.text())) {
                        throw level.problem("expected MUST or SHOULD, got " + level.text());
                    }
                    var says =
                            node.need("says", "write the clause as a sentence").text();
                    clauses.put(id, new Clause(id, level.text().equals("MUST"), says));
                });
        return clauses;
    }
}
