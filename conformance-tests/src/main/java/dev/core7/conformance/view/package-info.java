/** What responses show: pages of lists, objects, CSV tables, and how two of them differ. */
@NullMarked
package dev.core7.conformance.view;

import org.jspecify.annotations.NullMarked;
