@NullMarked
package dev.core7.mock.preferences;

import org.jspecify.annotations.NullMarked;
