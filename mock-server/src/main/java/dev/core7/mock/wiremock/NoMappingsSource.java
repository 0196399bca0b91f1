package dev.core7.mock.wiremock;

import com.github.tomakehurst.wiremock.stubbing.StubMappings;

/**
 * Disables stub files: the mock neither loads stubs from the working directory nor saves them there. This also saves time, because
 * WireMock's own source starts a template engine to name files.
 */
public final class NoMappingsSource implements ReadOnlyMappings {
    @Override
    public void loadMappingsInto(StubMappings stubs) {}
}
