/** Sources of cases: each file derives one kind of request for every operation from the contract. */
@NullMarked
package dev.core7.conformance.cases;

import org.jspecify.annotations.NullMarked;
