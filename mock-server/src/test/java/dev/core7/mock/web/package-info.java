@NullMarked
package dev.core7.mock.web;

import org.jspecify.annotations.NullMarked;
