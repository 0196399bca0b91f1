/** Relations between requests: what must hold between several responses, for any contract and without an expected value. */
@NullMarked
package dev.core7.conformance.relations;

import org.jspecify.annotations.NullMarked;
