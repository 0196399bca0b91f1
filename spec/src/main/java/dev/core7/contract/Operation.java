package dev.core7.contract;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One operation of the contract: method and path, who may call it, what it takes and what it answers.
 *
 * @param id the {@code operationId}, as PostHog names it
 * @param method in capitals, such as {@code GET}
 * @param path the path template with its trailing slash, such as {@code /api/projects/{project_id}/cohorts/}
 * @param section the heading of the page that describes it ({@code x-page})
 * @param tool the tool of PostHog's MCP server that the page names ({@code x-mcp-tool})
 * @param scopes the API key scopes that are needed together
 * @param body the JSON request body, where it takes one
 * @param success the one documented answer that is no error of the caller: 200, 201, 204, or 405 where the page says so
 * @param errors the other documented answers by status
 * @param unclear what the page leaves open
 * @param alsoNeeds what the user of the key has to be besides holding the scopes ({@code x-also-needs})
 * @param eventually how long an earlier change may take to be shown here ({@code x-eventually})
 * @param unjudged case name → why its answer is no basis for judgement ({@code x-unjudged})
 */
public record Operation(
        String id,
        String method,
        String path,
        String summary,
        String section,
        Optional<String> tool,
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
     * @param times how often the request is repeated at most
     */
    public record Eventually(Duration pause, int times) {}

    /** The media type that the values of a query ask for ({@code x-media-type}); JSON if none does. */
    public String mediaType(Map<String, String> query) {
        return parameters.stream()
                .filter(parameter -> parameter.inQuery() && query.containsKey(parameter.name()))
                .flatMap(parameter ->
                        Optional.ofNullable(parameter.mediaTypes().get(query.get(parameter.name()))).stream())
                .findFirst()
                .orElse(MediaType.JSON);
    }

    /** Whether the method is safe (RFC 9110 §9.2.1): it changes nothing on the server. */
    public boolean isSafe() {
        return method.equals("GET");
    }

    /** The documented answer with that status. */
    public Optional<Response> response(int status) {
        return status == success.status() ? Optional.of(success) : Optional.ofNullable(errors.get(status));
    }

    /** The parameters that are segments of the path, in the order of the path. */
    public List<Parameter> pathParameters() {
        return parameters.stream()
                .filter(Parameter::inPath)
                .sorted((a, b) -> path.indexOf("{" + a.name() + "}") - path.indexOf("{" + b.name() + "}"))
                .toList();
    }

    /** The lists under {@code fixtures} in a target file that supply values for it ({@code x-fixture}) → what such a value is. */
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
