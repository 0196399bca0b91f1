@NullMarked
package dev.core7.conformance.baseline;

import org.jspecify.annotations.NullMarked;
