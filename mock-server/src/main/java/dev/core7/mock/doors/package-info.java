/**
 * What the mock shows of itself: the page for people, the contract, interactive docs. Imports the contract; knows nothing of
 * HTTP servers.
 */
@NullMarked
package dev.core7.mock.doors;

import org.jspecify.annotations.NullMarked;
