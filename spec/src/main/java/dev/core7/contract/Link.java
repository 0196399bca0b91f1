package dev.core7.contract;

import java.util.Map;
import java.util.Optional;

/**
 * An OpenAPI link: how the response of one operation provides the parameters of another.
 *
 * @param name its key in the response's {@code links}
 * @param operationId the operation that the link leads to
 * @param parameters path parameter → runtime expression, such as {@code $response.body#/id}
 * @param requestBody the request body as JSON text, if the link has one
 * @param example the request example that the link is limited to ({@code x-example}); empty: any
 * @param cleanup whether the linked request cleans up the created object ({@code x-cleanup: true})
 * @param repair whether to send the linked request if cleaning up got a 5xx, before trying again ({@code x-cleanup: repair})
 */
public record Link(
        String name,
        String operationId,
        Map<String, String> parameters,
        Optional<String> requestBody,
        Optional<String> example,
        boolean cleanup,
        boolean repair) {}
