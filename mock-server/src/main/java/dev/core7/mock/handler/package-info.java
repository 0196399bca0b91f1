/** Handles requests as the contract describes: authorization, validation, state, documented responses. Contains the hooks for faults. */
@NullMarked
package dev.core7.mock.handler;

import org.jspecify.annotations.NullMarked;
