package dev.core7.mock;

import dev.core7.contract.Contract;
import dev.core7.contract.ContractReader;
import org.junit.jupiter.api.AfterEach;

/** A fresh mock that keeps state for every test, and two of its projects. */
abstract class Stateful {
    static final Contract CONTRACT = ContractReader.bundled();
    MockServer mock = MockServer.start(CONTRACT, MockOptions.defaults().withState());
    Project one = new Project(mock, "1");
    Project two = new Project(mock, "2");

    @AfterEach
    void stop() {
        mock.close();
    }
}
