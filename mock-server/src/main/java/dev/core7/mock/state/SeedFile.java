package dev.core7.mock.state;

import dev.core7.contract.InputException;
import dev.core7.contract.InputFile;
import dev.core7.contract.Schema;
import dev.core7.contract.Violation;
import dev.core7.contract.YamlNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Initial objects that a user gives as YAML or JSON: for each list, such as {@code annotations}, its objects in project 1; under
 * {@code projects}, for each id of a project, its lists. A list that the file names has these objects only.
 */
public final class SeedFile {
    private static final String PROJECTS = "projects";
    private static final String ORGANIZATION = "organization";

    private final YamlNode root;
    private final String ownProject;

    private SeedFile(YamlNode root, String ownProject) {
        this.root = root;
        this.ownProject = ownProject;
    }

    /**
     * Reads a file.
     *
     * @param ownProject the project of lists at the top of the file
     * @throws InputException if it cannot be read or is not YAML
     */
    public static SeedFile read(Path file, String ownProject) {
        try {
            return new SeedFile(
                    YamlNode.parse(InputFile.text(file, InputFile.HAND_WRITTEN_LIMIT), file.toString()), ownProject);
        } catch (IOException e) {
            throw new InputException(file + ": cannot be read: give a YAML or JSON file with objects", e);
        }
    }

    /**
     * Returns the objects of each collection that the file names.
     *
     * @throws InputException with file and line, if a list, a field or a value is invalid
     */
    Map<CollectionKey, List<SeedObject>> objects(Resources resources, Members members) {
        var objects = new LinkedHashMap<CollectionKey, List<SeedObject>>();
        root.mapping().forEach((name, node) -> {
            if (name.equals(PROJECTS)) {
                node.mapping()
                        .forEach((id, lists) -> lists.mapping()
                                .forEach((list, items) -> put(objects, id, list, items, resources, members)));
            } else {
                put(objects, ownProject, name, node, resources, members);
            }
        });
        return objects;
    }

    private static void put(
            Map<CollectionKey, List<SeedObject>> objects,
            String project,
            String list,
            YamlNode items,
            Resources resources,
            Members members) {
        var seedable = new TreeMap<String, Resource>();
        resources.all().stream()
                .filter(resource -> !resource.fields().isEmpty()
                        && resource.schema()
                                .filter(MockExtensions::isSeededByExamples)
                                .isEmpty())
                .forEach(resource -> seedable.put(resource.name(), resource));
        var resource = seedable.get(list);
        if (resource == null) {
            throw items.problem("there is no list " + list + ", only " + String.join(", ", seedable.keySet()));
        }
        var ids = new HashMap<String, Integer>();
        var read = new ArrayList<SeedObject>();
        for (YamlNode item : items.list()) {
            var object = object(item, resource, members);
            object.id().ifPresent(id -> {
                var earlier = ids.put(id, item.line());
                if (earlier != null) {
                    throw item.problem("the id " + id + " is also that of line " + earlier);
                }
            });
            read.add(object);
        }
        objects.put(resource.collection(parents(resource, project)), read);
    }

    private static Map<String, String> parents(Resource resource, String project) {
        var parents = new HashMap<String, String>();
        resource.parentParameters()
                .forEach(name -> parents.put(name, name.startsWith(ORGANIZATION) ? "@current" : project));
        return parents;
    }

    private static SeedObject object(YamlNode item, Resource resource, Members members) {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        var memberIds = new LinkedHashMap<String, List<String>>();
        item.mapping().forEach((name, node) -> {
            var schema = resource.fields().get(name);
            if (schema != null) {
                fields.put(name, value(node, schema));
            } else if (members.types().contains(name)) {
                memberIds.put(name, memberIds(node, name, members));
            } else {
                throw node.problem(resource.name() + " have no field " + name + ", only "
                        + String.join(", ", resource.fields().keySet()));
            }
        });
        return new SeedObject(Optional.ofNullable(fields.get(ObjectFields.ID)).map(String::valueOf), fields, memberIds);
    }

    private static @Nullable Object value(YamlNode node, Schema schema) {
        schema.violations(node.value()).stream().findFirst().ifPresent(violation -> {
            throw node.problem(message(violation));
        });
        return node.value();
    }

    private static String message(Violation violation) {
        return (violation.where().isEmpty() ? "" : violation.where() + ": ") + "expected " + violation.expected()
                + ", got " + violation.actual();
    }

    private static List<String> memberIds(YamlNode node, String type, Members members) {
        for (YamlNode id : node.list()) {
            if (!members.ids(type).contains(id.text())) {
                throw id.problem(
                        "there is none of the " + type + " with this id, only " + String.join(", ", members.ids(type)));
            }
        }
        return node.texts();
    }

    /**
     * An object of the file.
     *
     * @param id empty: it gets one
     * @param fields the given fields
     * @param members type → ids
     */
    record SeedObject(Optional<String> id, Map<String, @Nullable Object> fields, Map<String, List<String>> members) {}
}
