@NullMarked
package dev.core7.mock.posthog;

import org.jspecify.annotations.NullMarked;
