@NullMarked
package dev.core7.examples.vendor.store;

import org.jspecify.annotations.NullMarked;
