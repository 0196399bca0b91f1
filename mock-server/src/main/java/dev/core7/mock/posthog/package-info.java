/** The habits of PostHog beyond its contract: how Django REST Framework and pydantic read input, and PostHog's own rules. */
@NullMarked
package dev.core7.mock.posthog;

import org.jspecify.annotations.NullMarked;
