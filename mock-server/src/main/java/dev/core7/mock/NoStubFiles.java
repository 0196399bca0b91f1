package dev.core7.mock;

import com.github.tomakehurst.wiremock.standalone.MappingsSource;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import com.github.tomakehurst.wiremock.stubbing.StubMappings;
import java.util.List;

/**
 * Neither reads stubs from the directory that the mock happens to run in, nor keeps any there: what is to be saved lasts as long as the
 * mock. WireMock's own reader of stub files starts its template engine, only to name files.
 */
final class NoStubFiles implements MappingsSource {
    @Override
    public void loadMappingsInto(StubMappings stubs) {}

    @Override
    public void save(List<StubMapping> stubs) {}

    @Override
    public void save(StubMapping stub) {}

    @Override
    @SuppressWarnings("removal")
    public void remove(StubMapping stub) {}

    @Override
    public void removeAll() {}
}
