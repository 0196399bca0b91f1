/** What is refused, and the body that says why. */
@NullMarked
package dev.core7.examples.vendor.error;

import org.jspecify.annotations.NullMarked;
