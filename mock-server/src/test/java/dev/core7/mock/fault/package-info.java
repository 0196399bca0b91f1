@NullMarked
package dev.core7.mock.fault;

import org.jspecify.annotations.NullMarked;
