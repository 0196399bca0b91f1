/** The suite on trial: the mock plays one fault after another, and each has to be found by the check of its own clause. */
@NullMarked
package dev.core7.conformance.selftest;

import org.jspecify.annotations.NullMarked;
