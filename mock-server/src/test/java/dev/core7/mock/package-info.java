/** Tests of a running mock over HTTP. */
@NullMarked
package dev.core7.mock;

import org.jspecify.annotations.NullMarked;
