/** Adapts Spring to PostHog's behaviour. */
@NullMarked
package dev.core7.examples.vendor.http;

import org.jspecify.annotations.NullMarked;
