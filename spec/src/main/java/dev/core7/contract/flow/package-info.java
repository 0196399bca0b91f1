/** Workflows with several requests: the Arazzo document as records, and the parser of its conditions. */
@NullMarked
package dev.core7.contract.flow;

import org.jspecify.annotations.NullMarked;
