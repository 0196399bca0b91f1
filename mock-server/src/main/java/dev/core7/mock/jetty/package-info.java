/** Everything that plugs into Jetty: connections, limits, access control, and the fast path in front of WireMock. */
@NullMarked
package dev.core7.mock.jetty;

import org.jspecify.annotations.NullMarked;
