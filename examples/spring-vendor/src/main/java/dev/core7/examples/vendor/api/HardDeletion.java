package dev.core7.examples.vendor.api;

import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** Refused before anything is looked up, and without a body: an update hides what is to be gone. */
final class HardDeletion {
    private HardDeletion() {}

    static ResponseEntity<Void> refused() {
        return ResponseEntity.status(HttpStatus.METHOD_NOT_ALLOWED)
                .allow(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.PATCH, HttpMethod.OPTIONS)
                .build();
    }
}
