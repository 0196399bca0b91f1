package dev.core7.mock.web;

import dev.core7.contract.Example;
import dev.core7.contract.Json;
import dev.core7.contract.MediaType;

/** An example of a body with its heading. */
public record ExampleEntry(String title, String text) {
    /** Returns the entry of an example of a request or response body. */
    static ExampleEntry of(String direction, MediaType body, Example example) {
        boolean isPlain = example.value() instanceof String && !body.name().equals(MediaType.JSON);
        return new ExampleEntry(
                direction + ", example " + example.name() + (isPlain ? ", " + body.name() : ""),
                isPlain ? String.valueOf(example.value()) : Json.pretty(example.value()));
    }
}
