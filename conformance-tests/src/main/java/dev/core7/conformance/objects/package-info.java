/** The objects of a run: what it created, what it was lent, what it may write to, and how it cleans up. */
@NullMarked
package dev.core7.conformance.objects;

import org.jspecify.annotations.NullMarked;
