/** One failure in forms that others can run: a curl line, a stub that gives the same answer, a test that fails until it is mended. */
@NullMarked
package dev.core7.conformance.export;

import org.jspecify.annotations.NullMarked;
