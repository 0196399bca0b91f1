/** Errors and their response bodies. */
@NullMarked
package dev.core7.examples.vendor.error;

import org.jspecify.annotations.NullMarked;
