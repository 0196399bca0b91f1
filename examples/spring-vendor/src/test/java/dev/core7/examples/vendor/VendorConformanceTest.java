package dev.core7.examples.vendor;

import dev.core7.conformance.junit.ContractConformance;
import dev.core7.conformance.target.Target;

/** Runs the whole suite. A failed SHOULD fails the test, like a MUST. */
class VendorConformanceTest extends ContractConformance {
    @Override
    protected Target target() {
        return Vendor.target();
    }

    @Override
    protected boolean strict() {
        return true;
    }
}
