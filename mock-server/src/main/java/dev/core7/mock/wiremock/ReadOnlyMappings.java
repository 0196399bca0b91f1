package dev.core7.mock.wiremock;

import com.github.tomakehurst.wiremock.standalone.MappingsSource;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import java.util.List;

/** A source of stubs that WireMock never writes to. */
interface ReadOnlyMappings extends MappingsSource {
    @Override
    default void save(List<StubMapping> stubs) {}

    @Override
    default void save(StubMapping stub) {}

    @Override
    @SuppressWarnings("removal")
    default void remove(StubMapping stub) {}

    @Override
    default void removeAll() {}
}
