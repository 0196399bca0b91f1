/** The MCP server of the target: whether it offers the tools that the page names, and what those that only read return. */
@NullMarked
package dev.core7.conformance.mcp;

import org.jspecify.annotations.NullMarked;
