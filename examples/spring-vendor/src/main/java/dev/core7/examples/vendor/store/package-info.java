/** The stored objects (in memory) and their rules. */
@NullMarked
package dev.core7.examples.vendor.store;

import org.jspecify.annotations.NullMarked;
