package dev.core7.examples.vendor.api;

import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** The response to DELETE requests that are not allowed: no body, and the object is not looked up. An update marks it as deleted. */
final class HardDelete {
    private HardDelete() {}

    static ResponseEntity<Void> notAllowed() {
        return ResponseEntity.status(HttpStatus.METHOD_NOT_ALLOWED)
                .allow(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.PATCH, HttpMethod.OPTIONS)
                .build();
    }
}
