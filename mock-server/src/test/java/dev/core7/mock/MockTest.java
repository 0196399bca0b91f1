package dev.core7.mock;

import dev.core7.contract.Contract;
import dev.core7.contract.ContractReader;

/** A test of a running mock of the bundled contract. */
public abstract class MockTest {
    protected static final Contract CONTRACT = ContractReader.bundled();
    protected static final String ANNOTATIONS = "/api/projects/1/annotations/";
    protected static final String COHORTS = "/api/projects/1/cohorts/";
}
