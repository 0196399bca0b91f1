/** Exports a failure as a curl command, a stub that returns the same response, and a test that fails until the server is fixed. */
@NullMarked
package dev.core7.conformance.export;

import org.jspecify.annotations.NullMarked;
