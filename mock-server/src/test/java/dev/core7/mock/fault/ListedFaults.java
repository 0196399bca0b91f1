package dev.core7.mock.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.contract.Contract;
import dev.core7.contract.ContractReader;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests that apply to every list of faults. */
interface ListedFaults {
    /** Returns the faults of a contract. */
    List<Fault> listed(Contract contract);

    @Test
    default void fault_ids_are_unique_and_begin_with_operation_and_kind() {
        var faults = listed(ContractReader.bundled());
        assertThat(faults).extracting(Fault::id).doesNotHaveDuplicates();
        assertThat(faults)
                .allSatisfy(fault ->
                        assertThat(fault.id() + "/").startsWith(fault.operationId() + "/" + fault.kind() + "/"));
    }

    @Test
    default void same_contract_has_the_same_faults_in_the_same_order() {
        assertThat(listed(ContractReader.bundled()))
                .extracting(Fault::id)
                .isNotEmpty()
                .isEqualTo(
                        listed(ContractReader.bundled()).stream().map(Fault::id).toList());
    }
}
