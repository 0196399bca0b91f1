@NullMarked
package dev.core7.mock.jetty;

import org.jspecify.annotations.NullMarked;
