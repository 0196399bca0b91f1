package dev.core7.mock.doors;

import dev.core7.contract.Example;
import dev.core7.contract.Json;
import dev.core7.contract.MediaType;

/** One example of a body, with its heading. */
public record Sample(String title, String text) {
    static Sample of(String what, MediaType body, Example example) {
        boolean isPlain = example.value() instanceof String && !body.name().equals(MediaType.JSON);
        return new Sample(
                what + ", example " + example.name() + (isPlain ? ", " + body.name() : ""),
                isPlain ? String.valueOf(example.value()) : Json.pretty(example.value()));
    }
}
