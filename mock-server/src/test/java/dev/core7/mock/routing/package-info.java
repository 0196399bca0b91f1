@NullMarked
package dev.core7.mock.routing;

import org.jspecify.annotations.NullMarked;
