/** Objects that are kept, as the contract describes them. Imports the contract; knows nothing of HTTP servers. */
@NullMarked
package dev.core7.mock.state;

import org.jspecify.annotations.NullMarked;
