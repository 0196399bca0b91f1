package dev.core7.mock.wiremock;

import com.github.tomakehurst.wiremock.extension.MappingsLoaderExtension;
import com.github.tomakehurst.wiremock.stubbing.StubMappings;
import dev.core7.mock.handler.ServedContract;
import java.util.function.Supplier;

/** Loads the contract's stubs when WireMock starts and whenever its mappings are reset. */
public final class ContractStubsLoader implements MappingsLoaderExtension {
    private final Supplier<ServedContract> contract;
    private final ContractStubs stubs;

    /** @param contract the contract that is served now */
    public ContractStubsLoader(Supplier<ServedContract> contract, ContractStubs stubs) {
        this.contract = contract;
        this.stubs = stubs;
    }

    @Override
    public String getName() {
        return "contract-mappings";
    }

    @Override
    public void loadMappingsInto(StubMappings mappings) {
        stubs.of(contract.get()).values().forEach(mappings::addMapping);
    }
}
