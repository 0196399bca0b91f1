@NullMarked
package dev.core7.conformance.view;

import org.jspecify.annotations.NullMarked;
