/** Everything that plugs into WireMock: stubs, request journal, extensions. */
@NullMarked
package dev.core7.mock.wiremock;

import org.jspecify.annotations.NullMarked;
