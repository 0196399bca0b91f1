package dev.core7.contract.flow;

import dev.core7.contract.Contract;
import dev.core7.contract.InputException;
import dev.core7.contract.InputFile;
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

/** Reads the flows: an Arazzo 1.0 document, as far as the kit executes it. */
public final class FlowsReader {
    private FlowsReader() {}

    /** The flows that come with the kit, as far as {@code contract} has the operations they call. */
    public static List<Workflow> bundled(Contract contract) {
        try (InputStream in = FlowsReader.class.getResourceAsStream("/flows.arazzo.yaml")) {
            var bytes = Objects.requireNonNull(in, "flows.arazzo.yaml is not on the class path")
                    .readAllBytes();
            return parse(new String(bytes, StandardCharsets.UTF_8), "flows.arazzo.yaml").stream()
                    .filter(workflow -> workflow.steps().stream()
                            .allMatch(step ->
                                    contract.operation(step.operationId()).isPresent()))
                    .toList();
        } catch (IOException e) {
            throw new InputException("the bundled flows cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * The flows in a file.
     *
     * @throws InputException where the file is missing, unreadable or not YAML, has something in it that the kit does not
     *     execute, or calls an operation that {@code contract} does not have
     */
    public static List<Workflow> read(Path file, Contract contract) {
        try {
            return parse(
                    InputFile.text(file, InputFile.BY_PEOPLE),
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
        var version = root.need("arazzo", "the first line of an Arazzo document, arazzo: 1.0.1");
        if (!String.valueOf(version.value()).startsWith("1.0.")) {
            throw version.problem("Arazzo 1.0 is expected, not " + version.value());
        }
        Keys.only(root, "arazzo", "info", "sourceDescriptions", "workflows", "components", "x-clauses", "x-inputs");
        var reader = new WorkflowReader(clauses(root), Supplies.read(root), root.field("components"), operations);
        var workflows = new LinkedHashMap<String, Workflow>();
        for (YamlNode node : root.need("workflows", "what is to be played").list()) {
            var workflow = reader.read(node);
            workflow.dependsOn().forEach(other -> {
                if (!workflows.containsKey(other)) {
                    throw node.problem(workflow.id() + " depends on " + other + ", which does not stand before it");
                }
            });
            if (workflows.put(workflow.id(), workflow) != null) {
                throw node.problem("two workflows are named " + workflow.id());
            }
        }
        return new ArrayList<>(workflows.values());
    }

    private static Map<String, Clause> clauses(YamlNode root) {
        var clauses = new LinkedHashMap<String, Clause>();
        root.need("x-clauses", "the clauses that the criteria show").mapping().forEach((id, node) -> {
            Keys.only(node, "level", "says");
            var level = node.need("level", "MUST or SHOULD");
            if (!List.of("MUST", "SHOULD").contains(level.text())) {
                throw level.problem("MUST or SHOULD is expected, not " + level.text());
            }
            var says = node.need("says", "the clause as a sentence").text();
            clauses.put(id, new Clause(id, level.text().equals("MUST"), says));
        });
        return clauses;
    }
}
