@NullMarked
package dev.core7.mock.http;

import org.jspecify.annotations.NullMarked;
