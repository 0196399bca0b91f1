/** Cases, requests and responses: what is sent to the target, and what comes back. */
@NullMarked
package dev.core7.conformance.exchange;

import org.jspecify.annotations.NullMarked;
