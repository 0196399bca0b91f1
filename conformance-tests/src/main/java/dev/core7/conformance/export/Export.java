package dev.core7.conformance.export;

import dev.core7.conformance.http.CurlCommand;
import dev.core7.conformance.result.Result;
import dev.core7.conformance.run.Report;
import dev.core7.contract.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes the exchange of a result as files for other tools. */
public final class Export {
    private Export() {}

    /**
     * Writes the files.
     *
     * @param folder is created if it does not exist
     * @return the written files
     * @throws InputException if the result has no response, or the folder cannot be written
     */
    public static List<Path> write(Result result, Report report, Path folder) {
        var exchange = result.exchange().orElseThrow(() -> new InputException(result.id() + reason(result)));
        var test = new RestAssuredTest(result, exchange, report.target().url());
        var files = new LinkedHashMap<String, String>();
        files.put("repeat.sh", "#!/usr/bin/env bash\n" + CurlCommand.of(report.target(), exchange.request()) + "\n");
        files.put("mapping.json", WireMockMapping.of(result, exchange));
        files.put(test.className() + ".java", test.text());
        try {
            Files.createDirectories(folder);
            for (Map.Entry<String, String> file : files.entrySet()) {
                Files.writeString(folder.resolve(file.getKey()), file.getValue());
            }
        } catch (IOException e) {
            throw new InputException(
                    "--export " + folder + ": cannot be written: give a folder that you may write to", e);
        }
        return files.keySet().stream().map(folder::resolve).toList();
    }

    private static String reason(Result result) {
        return result.attempt().isPresent()
                ? ": the request got no response, so there is nothing to export"
                : ": no request was sent, so there is nothing to export: "
                        + result.outcome().reason();
    }
}
