package dev.core7.mock.web;

import dev.core7.contract.Example;
import dev.core7.contract.Json;
import dev.core7.contract.MediaType;

/** An example of a body with its heading. */
public record ExampleEntry(String title, String text) {
    static ExampleEntry of(String what, MediaType body, Example example) {
        boolean isPlain = example.value() instanceof String && !body.name().equals(MediaType.JSON);
        return new ExampleEntry(
                what + ", example " + example.name() + (isPlain ? ", " + body.name() : ""),
                isPlain ? String.valueOf(example.value()) : Json.pretty(example.value()));
    }
}
