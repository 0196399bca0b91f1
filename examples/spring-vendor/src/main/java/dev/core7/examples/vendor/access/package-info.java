/** Access control: keys, projects, scopes. */
@NullMarked
package dev.core7.examples.vendor.access;

import org.jspecify.annotations.NullMarked;
