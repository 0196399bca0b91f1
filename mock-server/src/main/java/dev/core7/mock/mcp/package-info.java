/** The operations of the contract as tools of the Model Context Protocol (MCP). Knows no HTTP server. */
@NullMarked
package dev.core7.mock.mcp;

import org.jspecify.annotations.NullMarked;
