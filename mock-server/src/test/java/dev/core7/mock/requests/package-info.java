/** A table of requests and the responses that PostHog gives to them. */
@NullMarked
package dev.core7.mock.requests;

import org.jspecify.annotations.NullMarked;
