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

/** A schema of the contract: gives access to its keywords and validates values. Follows {@code $ref}s. */
public final class Schema {
    private static final int MAX_REFERENCES = 20;

    private final Schemas schemas;
    private final String pointer;
    private final Map<String, @Nullable Object> keywords;
    private volatile @Nullable Set<String> types;
    private volatile @Nullable Map<String, Schema> properties;

    /** Use {@link Schemas#at} to get a schema. */
    Schema(Schemas schemas, String pointer) {
        this.schemas = schemas;
        this.pointer = pointer;
        this.keywords = follow(schemas, pointer);
    }

    /**
     * Returns a whole document as a schema, such as a JSON Schema file.
     *
     * @param document the document as a plain value
     */
    public static Schema document(Object document) {
        return new Schemas(document).at("");
    }

    /** Returns the keywords with every {@code $ref} resolved. Keywords next to a {@code $ref} take precedence. */
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

    /** Returns the location of this schema in the contract as a JSON Pointer. */
    public String pointer() {
        return pointer;
    }

    /** Returns all keywords and extensions with every {@code $ref} at the top resolved. */
    Map<String, @Nullable Object> keywords() {
        return keywords;
    }

    /** Returns the schema at another place of the same document. */
    Schema at(String otherPointer) {
        return schemas.at(otherPointer);
    }

    /** Returns the value of a keyword or extension, or null. */
    public @Nullable Object keyword(String name) {
        return keywords.get(name);
    }

    /** Returns whether an extension such as {@code x-free-text} is true. */
    public boolean flag(String extension) {
        return Boolean.TRUE.equals(keywords.get(extension));
    }

    /** Returns the text of a keyword such as {@code format}, if it is a text. */
    public Optional<String> text(String name) {
        return keywords.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    /** Returns the JSON types that are allowed, including {@code null}; empty if all types are. */
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

    /** Returns whether null is allowed. */
    public boolean nullable() {
        return types().isEmpty() || types().contains("null");
    }

    /** Returns the branches of {@code anyOf}, {@code oneOf} and {@code allOf}. */
    public List<Schema> branches() {
        return Stream.of("anyOf", "oneOf", "allOf")
                .flatMap(keyword -> branches(keyword).stream())
                .toList();
    }

    /** Returns the branches of one of these keywords; empty if the schema does not have it. */
    public List<Schema> branches(String keyword) {
        var branches = new ArrayList<Schema>();
        if (keywords.get(keyword) instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                branches.add(child(keyword, i));
            }
        }
        return branches;
    }

    /** Returns the properties, including those of the branches, in the order of the contract. */
    public Map<String, Schema> properties() {
        var known = properties;
        if (known == null) {
            // Created on access, because a schema may contain itself.
            known = Collections.unmodifiableMap(findProperties());
            properties = known;
        }
        return known;
    }

    private Map<String, Schema> findProperties() {
        var found = new LinkedHashMap<String, Schema>();
        if (keywords.get("properties") instanceof Map<?, ?> map) {
            map.keySet().forEach(name -> found.put(name.toString(), child("properties", name)));
        }
        branches().forEach(branch -> branch.properties().forEach(found::putIfAbsent));
        return found;
    }

    /** Returns the schema of the elements of an array. */
    public Optional<Schema> items() {
        if (keywords.containsKey("items")) {
            return Optional.of(child("items"));
        }
        return branches().stream().flatMap(b -> b.items().stream()).findFirst();
    }

    /** Returns the names of the required properties. */
    public Set<String> required() {
        var required = new LinkedHashSet<String>();
        if (keywords.get("required") instanceof List<?> list) {
            list.forEach(name -> required.add(name.toString()));
        }
        return required;
    }

    /** Returns the values of {@code enum}; empty if there is none. */
    public List<?> enumeration() {
        return keywords.get("enum") instanceof List<?> list ? list : List.of();
    }

    /** Returns whether other projects can also see an object of this schema, according to its values ({@code x-shared-if}). */
    public boolean isShared(@Nullable Object object) {
        return keywords.get("x-shared-if") instanceof Map<?, ?> values
                && object instanceof Map<?, ?> fields
                && fields.entrySet().containsAll(values.entrySet());
    }

    /** Returns all violations of this schema by a value, including formats; empty if the value is valid. */
    public List<Violation> violations(@Nullable Object json) {
        return schemas.violations(pointer, json);
    }

    private Schema child(Object... tokens) {
        String target = resolved();
        for (Object token : tokens) {
            target = JsonPointer.child(target, token);
        }
        return schemas.at(target);
    }

    /** Returns the location of the keywords, with every {@code $ref} resolved. */
    private String resolved() {
        String resolved = pointer;
        while (JsonPointer.find(schemas.document(), resolved) instanceof Map<?, ?> node
                && node.get("$ref") instanceof String reference) {
            resolved = reference.substring(1);
        }
        return resolved;
    }
}
