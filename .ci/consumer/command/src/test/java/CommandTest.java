import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.core7.contract.ContractReader;
import dev.core7.mock.MockServer;
import java.io.File;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The command's jar has all its libraries in it, and Maven brings none of them a second time. */
class CommandTest {
    @Test
    void the_jar_stands_alone() {
        MockServer.start(ContractReader.bundled()).close();
        var jars = Stream.of(System.getProperty("surefire.test.class.path").split(File.pathSeparator))
                .filter(entry -> entry.endsWith(".jar"))
                .map(entry -> new File(entry).getName())
                .filter(name -> !name.matches("(junit-|opentest4j-|apiguardian-|jspecify-).*"));
        assertEquals(List.of("core7-cli-0.1.0.jar"), jars.toList());
    }
}
