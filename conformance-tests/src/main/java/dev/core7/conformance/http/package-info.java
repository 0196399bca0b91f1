/** Requests on the wire: REST-assured sends them, decorators keep the peace, and curl lines show them to people. */
@NullMarked
package dev.core7.conformance.http;

import org.jspecify.annotations.NullMarked;
