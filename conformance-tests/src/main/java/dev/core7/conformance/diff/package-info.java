/** Two reports of one server, compared clause by clause. */
@NullMarked
package dev.core7.conformance.diff;

import org.jspecify.annotations.NullMarked;
