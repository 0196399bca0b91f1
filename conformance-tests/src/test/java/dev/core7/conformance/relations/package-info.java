@NullMarked
package dev.core7.conformance.relations;

import org.jspecify.annotations.NullMarked;
