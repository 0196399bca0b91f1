/** Shows cases, results and requests of a run without sending requests to the server. */
@NullMarked
package dev.core7.conformance.plan;

import org.jspecify.annotations.NullMarked;
