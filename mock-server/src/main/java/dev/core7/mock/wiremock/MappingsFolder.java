package dev.core7.mock.wiremock;

import com.github.tomakehurst.wiremock.common.FileSource;
import com.github.tomakehurst.wiremock.common.Json;
import com.github.tomakehurst.wiremock.common.JsonException;
import com.github.tomakehurst.wiremock.common.SingleRootFileSource;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import com.github.tomakehurst.wiremock.stubbing.StubMappingCollection;
import com.github.tomakehurst.wiremock.stubbing.StubMappings;
import dev.core7.contract.InputException;
import dev.core7.contract.InputFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Loads a user's stubs from a folder in WireMock's format, when WireMock starts and whenever its stubs are reset. Never writes to the
 * folder.
 *
 * @param root the folder with {@code mappings} and {@code __files}, or with the stubs themselves
 */
public record MappingsFolder(Path root) implements ReadOnlyMappings {
    private static final String MAPPINGS = "mappings";
    private static final String FILES = "__files";
    private static final String JSON = ".json";

    /**
     * Checks the folder and all its stubs.
     *
     * @throws InputException if there is no such folder, or one of its files is not a stub
     */
    public MappingsFolder {
        if (!Files.isDirectory(root)) {
            throw new InputException(root + ": no such folder: give a folder with WireMock's stubs as JSON files");
        }
        read(root);
    }

    /** Returns where WireMock finds the files that stubs name as bodies. */
    public FileSource files() {
        return new SingleRootFileSource(root.toFile());
    }

    private static List<StubMapping> read(Path root) {
        var folder = Files.isDirectory(root.resolve(MAPPINGS)) ? root.resolve(MAPPINGS) : root;
        var stubs = new ArrayList<StubMapping>();
        try (var files = Files.walk(folder)) {
            files.filter(file -> file.toString().endsWith(JSON) && !isBody(folder.relativize(file)))
                    .sorted()
                    .forEach(file -> stubs.addAll(stubs(file)));
        } catch (IOException | UncheckedIOException e) {
            throw new InputException(root + ": cannot be read: " + e.getMessage(), e);
        }
        return stubs;
    }

    private static boolean isBody(Path file) {
        return file.startsWith(FILES);
    }

    private static List<? extends StubMapping> stubs(Path file) {
        try {
            var stubs = Json.read(InputFile.text(file, InputFile.HAND_WRITTEN_LIMIT), StubMappingCollection.class);
            if (stubs == null) {
                throw new InputException(file + ": not a stub of WireMock: null");
            }
            return stubs.getMappingOrMappings();
        } catch (JsonException e) {
            var error = e.getErrors().first();
            String reason = String.valueOf(error.getDetail() == null ? error.getTitle() : error.getDetail());
            throw new InputException(
                    file + ": not a stub of WireMock: "
                            + reason.lines().findFirst().orElse(""),
                    e);
        } catch (IOException e) {
            throw new InputException(file + ": cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    public void loadMappingsInto(StubMappings mappings) {
        read(root).forEach(stub -> {
            stub.setDirty(false);
            mappings.addMapping(stub);
        });
    }
}
