/** The contract as records, and the only code that reads OpenAPI, YAML, JSON and JSON Schema. */
@NullMarked
package dev.core7.contract;

import org.jspecify.annotations.NullMarked;
