/** The engine: cases are sent, exchanges judged, results summed up into a verdict. Imports only the contract and java.*. */
@NullMarked
package dev.core7.conformance.run;

import org.jspecify.annotations.NullMarked;
