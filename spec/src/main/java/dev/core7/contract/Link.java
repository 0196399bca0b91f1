package dev.core7.contract;

import java.util.Map;
import java.util.Optional;

/**
 * An OpenAPI link: how the answer of one operation supplies the parameters of another.
 *
 * @param name its key in the response's {@code links}
 * @param operationId the operation it leads to
 * @param parameters path parameter → runtime expression, such as {@code $response.body#/id}
 * @param requestBody the JSON text to send there, where the link says so
 * @param example the request example whose answer it holds for ({@code x-example}); empty: any
 * @param cleanup whether following it tidies up what the operation created ({@code x-cleanup: true})
 * @param repair whether to follow it and tidy up again when the server failed to tidy up ({@code x-cleanup: repair})
 */
public record Link(
        String name,
        String operationId,
        Map<String, String> parameters,
        Optional<String> requestBody,
        Optional<String> example,
        boolean cleanup,
        boolean repair) {}
