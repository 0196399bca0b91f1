/** Converts between JSON and the generated models. */
@NullMarked
package dev.core7.examples.vendor.json;

import org.jspecify.annotations.NullMarked;
