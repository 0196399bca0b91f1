/** What the server keeps, in memory, and the rules about it. */
@NullMarked
package dev.core7.examples.vendor.store;

import org.jspecify.annotations.NullMarked;
