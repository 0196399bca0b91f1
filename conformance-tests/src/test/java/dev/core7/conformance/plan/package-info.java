@NullMarked
package dev.core7.conformance.plan;

import org.jspecify.annotations.NullMarked;
