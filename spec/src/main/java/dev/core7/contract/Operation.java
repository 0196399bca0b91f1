package dev.core7.contract;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One operation of the contract with its required scopes, parameters, request body and responses.
 *
 * @param id the {@code operationId}, as PostHog names it
 * @param method in upper case, such as {@code GET}
 * @param path the path template with its trailing slash, such as {@code /api/projects/{project_id}/cohorts/}
 * @param section the heading on the page that describes it ({@code x-page})
 * @param tool the tool of PostHog's MCP server that the page names ({@code x-mcp-tool})
 * @param scopes the scopes that an API key needs, all of them
 * @param body the JSON request body, if there is one
 * @param success the documented successful response: 200, 201, 204, or 405 if the page documents it as the only outcome
 * @param errors the other documented responses by status
 * @param unclear what the page leaves open or gets wrong ({@code x-unclear})
 * @param alsoNeeds what the key's user must be, in addition to the scopes ({@code x-also-needs})
 * @param eventually how long the response may take to show an earlier change ({@code x-eventually})
 * @param unjudged case name → why its response is not judged ({@code x-unjudged})
 */
public record Operation(
        String id,
        String method,
        String path,
        String summary,
        String section,
        Optional<McpTool> tool,
        Set<String> scopes,
        List<Parameter> parameters,
        Optional<MediaType> body,
        Response success,
        Map<Integer, Response> errors,
        List<OpenQuestion> unclear,
        Optional<String> alsoNeeds,
        Optional<Eventually> eventually,
        Map<String, String> unjudged) {
    /**
     * A wait for eventual consistency.
     *
     * @param pause the time between two requests
     * @param times the maximum number of repetitions
     */
    public record Eventually(Duration pause, int times) {}

    /** Returns whether it is the same operation of the same contract; a run compares operations very often. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    /** Returns the hash code of the id, because a run looks up operations for each request and an operation is a large tree. */
    @Override
    public int hashCode() {
        return id.hashCode();
    }

    /** Returns the media type that a query requests ({@code x-media-type}), JSON by default. */
    public String mediaType(Map<String, String> query) {
        return parameters.stream()
                .filter(parameter -> parameter.inQuery() && query.containsKey(parameter.name()))
                .flatMap(parameter ->
                        Optional.ofNullable(parameter.mediaTypes().get(query.get(parameter.name()))).stream())
                .findFirst()
                .orElse(MediaType.JSON);
    }

    /** Returns whether the method is safe (RFC 9110 §9.2.1): it changes nothing on the server. */
    public boolean isSafe() {
        return method.equals("GET");
    }

    /** Returns the documented response with that status. */
    public Optional<Response> response(int status) {
        return status == success.status() ? Optional.of(success) : Optional.ofNullable(errors.get(status));
    }

    /** Returns the path parameters in the order of the path. */
    public List<Parameter> pathParameters() {
        return parameters.stream()
                .filter(Parameter::inPath)
                .sorted((a, b) -> path.indexOf("{" + a.name() + "}") - path.indexOf("{" + b.name() + "}"))
                .toList();
    }

    /** Returns the fixtures that the operation needs ({@code x-fixture}): their names, and the schemas of their values. */
    public Map<String, Schema> fixtures() {
        var fixtures = new LinkedHashMap<String, Schema>();
        parameters.forEach(p -> p.fixture().ifPresent(name -> fixtures.put(name, p.schema())));
        body.ifPresent(media -> collect(media.schema(), fixtures));
        return fixtures;
    }

    private static void collect(Schema schema, Map<String, Schema> fixtures) {
        schema.text("x-fixture").ifPresent(name -> fixtures.put(name, schema));
        schema.items().filter(items -> items.properties().isEmpty()).ifPresent(items -> collect(items, fixtures));
        schema.properties().values().stream()
                .filter(property -> property.properties().isEmpty())
                .forEach(property -> collect(property, fixtures));
    }
}
