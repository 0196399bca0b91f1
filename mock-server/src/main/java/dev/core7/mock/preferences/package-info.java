/** Responses on request: the {@code Prefer} header and preferences for all requests. */
@NullMarked
package dev.core7.mock.preferences;

import org.jspecify.annotations.NullMarked;
