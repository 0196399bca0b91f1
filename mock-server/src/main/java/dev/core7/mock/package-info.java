/** A server that answers as the contract says and refuses as PostHog does. Imports the contract; the only user of WireMock. */
@NullMarked
package dev.core7.mock;

import org.jspecify.annotations.NullMarked;
