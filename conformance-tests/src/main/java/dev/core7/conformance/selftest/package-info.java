/** Tests the suite: it runs against mocks with one fault each, and a check of the clause that the fault breaks must find it. */
@NullMarked
package dev.core7.conformance.selftest;

import org.jspecify.annotations.NullMarked;
