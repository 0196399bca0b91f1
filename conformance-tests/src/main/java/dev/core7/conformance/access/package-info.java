/** Checks of access control beyond single refusals: one check per file. */
@NullMarked
package dev.core7.conformance.access;

import org.jspecify.annotations.NullMarked;
