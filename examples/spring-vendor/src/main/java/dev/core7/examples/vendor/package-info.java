/** An example server on the generated Spring stubs. */
@NullMarked
package dev.core7.examples.vendor;

import org.jspecify.annotations.NullMarked;
