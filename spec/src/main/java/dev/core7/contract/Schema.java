package dev.core7.contract;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One schema of the contract: what it says of itself, and a verdict on any value. {@code $ref}s are followed. */
public final class Schema {
    private static final int MAX_REFERENCES = 20;

    private final Schemas schemas;
    private final String pointer;
    private final Map<String, @Nullable Object> keywords;
    private volatile @Nullable Set<String> types;
    private volatile @Nullable Map<String, Schema> properties;

    /** To be had from {@link Schemas#at}. */
    Schema(Schemas schemas, String pointer) {
        this.schemas = schemas;
        this.pointer = pointer;
        this.keywords = follow(schemas, pointer);
    }

    /**
     * The schema that a whole document is, such as a JSON Schema file.
     *
     * @param document the document as a plain value
     */
    public static Schema document(Object document) {
        return new Schemas(document).at("");
    }

    /** The keywords behind every {@code $ref}; what stands beside a {@code $ref} stays and wins. */
    private static Map<String, @Nullable Object> follow(Schemas schemas, String start) {
        var keywords = new LinkedHashMap<String, @Nullable Object>();
        String pointer = start;
        for (int i = 0; i < MAX_REFERENCES; i++) {
            if (!(JsonPointer.find(schemas.document(), pointer) instanceof Map<?, ?> node)) {
                return keywords;
            }
            node.forEach((key, value) -> keywords.putIfAbsent(key.toString(), value));
            if (!(node.get("$ref") instanceof String reference)) {
                return keywords;
            }
            keywords.remove("$ref");
            pointer = reference.substring(1);
        }
        throw new InputException("the contract's schema at " + start + " refers to itself");
    }

    /** Where this schema stands in the contract, as a JSON Pointer. */
    public String pointer() {
        return pointer;
    }

    /** The value of a keyword or extension, or null. */
    public @Nullable Object keyword(String name) {
        return keywords.get(name);
    }

    /** Whether an extension such as {@code x-free-text} is true. */
    public boolean flag(String extension) {
        return Boolean.TRUE.equals(keywords.get(extension));
    }

    /** The text of a keyword such as {@code format}, or nothing. */
    public Optional<String> text(String name) {
        return keywords.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    /** The JSON types it allows, {@code null} among them; none: any. */
    public Set<String> types() {
        var known = types;
        if (known == null) {
            known = Collections.unmodifiableSet(findTypes());
            types = known;
        }
        return known;
    }

    private Set<String> findTypes() {
        var found = new LinkedHashSet<String>();
        if (keywords.get("type") instanceof String type) {
            found.add(type);
        } else if (keywords.get("type") instanceof List<?> list) {
            list.forEach(type -> found.add(String.valueOf(type)));
        }
        branches().forEach(branch -> found.addAll(branch.types()));
        return found;
    }

    /** Whether null is a legal value. */
    public boolean nullable() {
        return types().isEmpty() || types().contains("null");
    }

    /** The branches of {@code anyOf}, {@code oneOf} and {@code allOf}. */
    public List<Schema> branches() {
        return Stream.of("anyOf", "oneOf", "allOf")
                .flatMap(keyword -> branches(keyword).stream())
                .toList();
    }

    /** The branches of one of these keywords; none: it is not there. */
    public List<Schema> branches(String keyword) {
        var branches = new ArrayList<Schema>();
        if (keywords.get(keyword) instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                branches.add(below(keyword, i));
            }
        }
        return branches;
    }

    /** The properties it names, those of its branches too, in the order of the contract. */
    public Map<String, Schema> properties() {
        var known = properties;
        if (known == null) {
            // Not before somebody asks, for a schema may stand in itself.
            known = Collections.unmodifiableMap(findProperties());
            properties = known;
        }
        return known;
    }

    private Map<String, Schema> findProperties() {
        var found = new LinkedHashMap<String, Schema>();
        if (keywords.get("properties") instanceof Map<?, ?> map) {
            map.keySet().forEach(name -> found.put(name.toString(), below("properties", name)));
        }
        branches().forEach(branch -> branch.properties().forEach(found::putIfAbsent));
        return found;
    }

    /** The schema of the elements of an array. */
    public Optional<Schema> items() {
        if (keywords.containsKey("items")) {
            return Optional.of(below("items"));
        }
        return branches().stream().flatMap(b -> b.items().stream()).findFirst();
    }

    /** The names of the properties that must be there. */
    public Set<String> required() {
        var required = new LinkedHashSet<String>();
        if (keywords.get("required") instanceof List<?> list) {
            list.forEach(name -> required.add(name.toString()));
        }
        return required;
    }

    /** The closed list of legal values; none: it is open. */
    public List<?> enumeration() {
        return keywords.get("enum") instanceof List<?> list ? list : List.of();
    }

    /** Whether other projects see an object of this schema too, by the values that it has ({@code x-shared-if}). */
    public boolean isShared(@Nullable Object object) {
        return keywords.get("x-shared-if") instanceof Map<?, ?> values
                && object instanceof Map<?, ?> fields
                && fields.entrySet().containsAll(values.entrySet());
    }

    /** Every place where a value breaks this schema, formats included; none: the value is valid. */
    public List<Violation> violations(@Nullable Object json) {
        return schemas.violations(pointer, json);
    }

    private Schema below(Object... tokens) {
        String target = home();
        for (Object token : tokens) {
            target = JsonPointer.child(target, token);
        }
        return schemas.at(target);
    }

    /** Where the keywords really stand, behind every {@code $ref}. */
    private String home() {
        String home = pointer;
        while (JsonPointer.find(schemas.document(), home) instanceof Map<?, ?> node
                && node.get("$ref") instanceof String reference) {
            home = reference.substring(1);
        }
        return home;
    }
}
