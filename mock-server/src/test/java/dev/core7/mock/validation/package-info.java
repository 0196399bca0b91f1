@NullMarked
package dev.core7.mock.validation;

import org.jspecify.annotations.NullMarked;
