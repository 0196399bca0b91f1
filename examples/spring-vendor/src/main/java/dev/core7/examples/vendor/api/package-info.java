/** Implementations of the generated interfaces; pages and CSV. */
@NullMarked
package dev.core7.examples.vendor.api;

import org.jspecify.annotations.NullMarked;
