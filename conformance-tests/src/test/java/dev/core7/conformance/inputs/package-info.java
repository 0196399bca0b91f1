@NullMarked
package dev.core7.conformance.inputs;

import org.jspecify.annotations.NullMarked;
