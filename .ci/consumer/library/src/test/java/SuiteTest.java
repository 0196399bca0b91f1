import dev.core7.conformance.cli.EmbeddedTarget;
import dev.core7.conformance.junit.ContractConformance;
import dev.core7.conformance.target.Target;
import dev.core7.contract.ContractReader;
import dev.core7.mock.MockOptions;
import dev.core7.mock.MockServer;
import org.junit.jupiter.api.AfterAll;

/** The suite judges a server in a project's own tests. */
class SuiteTest extends ContractConformance {
    private static final MockServer SERVER =
            MockServer.start(ContractReader.bundled(), MockOptions.defaults().withState());

    @Override
    protected Target target() {
        return EmbeddedTarget.of(SERVER, contract());
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }
}
