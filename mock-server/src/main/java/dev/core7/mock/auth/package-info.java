/** API keys of the mock: their text, their scopes, and where a request carries them. */
@NullMarked
package dev.core7.mock.auth;

import org.jspecify.annotations.NullMarked;
