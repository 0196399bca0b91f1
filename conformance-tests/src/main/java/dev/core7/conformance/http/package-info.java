/** Sends requests with REST-assured; decorators limit the rate, wait, and redact keys. Also formats requests as curl commands. */
@NullMarked
package dev.core7.conformance.http;

import org.jspecify.annotations.NullMarked;
