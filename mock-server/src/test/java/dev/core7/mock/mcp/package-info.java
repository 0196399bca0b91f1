@NullMarked
package dev.core7.mock.mcp;

import org.jspecify.annotations.NullMarked;
