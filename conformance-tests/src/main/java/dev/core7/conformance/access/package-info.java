/** Checks of keys, scopes and isolation: one check per file. */
@NullMarked
package dev.core7.conformance.access;

import org.jspecify.annotations.NullMarked;
