/** Where Spring's habits differ from PostHog's. */
@NullMarked
package dev.core7.examples.vendor.http;

import org.jspecify.annotations.NullMarked;
