package dev.core7.mock;

import dev.core7.contract.Contract;
import dev.core7.contract.ContractReader;
import org.junit.jupiter.api.AfterEach;

/** A fresh mock that keeps state for every test, and two of its projects. */
public abstract class Stateful {
    public static final Contract CONTRACT = ContractReader.bundled();
    public MockServer mock = MockServer.start(CONTRACT, MockOptions.defaults().withState());
    public Project one = new Project(mock, "1");
    public Project two = new Project(mock, "2");

    @AfterEach
    public void stop() {
        mock.close();
    }
}
