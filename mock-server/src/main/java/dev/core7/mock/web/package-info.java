/** The pages the mock serves about itself: home page, contract, interactive docs. Knows no HTTP server. */
@NullMarked
package dev.core7.mock.web;

import org.jspecify.annotations.NullMarked;
