/**
 * The objects that a run may use: those it created, fixtures and list items; which of them it may write to; and how it removes
 * them.
 */
@NullMarked
package dev.core7.conformance.objects;

import org.jspecify.annotations.NullMarked;
