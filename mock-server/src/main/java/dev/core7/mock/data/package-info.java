/** Made-up data that are valid against the contract's schemas. Imports the contract; knows nothing of HTTP. */
@NullMarked
package dev.core7.mock.data;

import org.jspecify.annotations.NullMarked;
