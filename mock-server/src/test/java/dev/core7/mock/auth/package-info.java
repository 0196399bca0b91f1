@NullMarked
package dev.core7.mock.auth;

import org.jspecify.annotations.NullMarked;
