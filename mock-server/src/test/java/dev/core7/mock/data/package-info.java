/** What is made up is valid, whatever the schema. */
@NullMarked
package dev.core7.mock.data;

import org.jspecify.annotations.NullMarked;
