/** How bodies become the generated models and back. */
@NullMarked
package dev.core7.examples.vendor.json;

import org.jspecify.annotations.NullMarked;
