/** One law about the objects of a run per file, judged by the model. */
@NullMarked
package dev.core7.conformance.laws;

import org.jspecify.annotations.NullMarked;
