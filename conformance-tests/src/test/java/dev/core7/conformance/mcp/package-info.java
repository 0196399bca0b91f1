@NullMarked
package dev.core7.conformance.mcp;

import org.jspecify.annotations.NullMarked;
