/** Answers a request from the contract: authorization, validation, state, documented responses. Faults hook in here. */
@NullMarked
package dev.core7.mock.handler;

import org.jspecify.annotations.NullMarked;
