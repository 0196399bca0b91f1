/** What a run would do and could prove at most, before anything is sent. */
@NullMarked
package dev.core7.conformance.plan;

import org.jspecify.annotations.NullMarked;
