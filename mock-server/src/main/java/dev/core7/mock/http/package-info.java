/** Requests, responses and PostHog's errors as plain values. Knows no HTTP server. */
@NullMarked
package dev.core7.mock.http;

import org.jspecify.annotations.NullMarked;
