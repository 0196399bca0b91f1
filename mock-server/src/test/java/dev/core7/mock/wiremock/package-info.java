@NullMarked
package dev.core7.mock.wiremock;

import org.jspecify.annotations.NullMarked;
