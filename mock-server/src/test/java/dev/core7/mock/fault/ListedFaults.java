package dev.core7.mock.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.contract.Contract;
import dev.core7.contract.ContractReader;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What holds of every list of faults. */
interface ListedFaults {
    /** The faults that {@code contract} gives ground for. */
    List<Fault> listed(Contract contract);

    @Test
    default void faults_have_ids_of_their_own_that_begin_with_operation_and_kind() {
        var faults = listed(ContractReader.bundled());
        assertThat(faults).extracting(Fault::id).doesNotHaveDuplicates();
        assertThat(faults)
                .allSatisfy(fault ->
                        assertThat(fault.id() + "/").startsWith(fault.operationId() + "/" + fault.kind() + "/"));
    }

    @Test
    default void the_same_contract_gives_the_same_faults_in_the_same_order() {
        assertThat(listed(ContractReader.bundled()))
                .extracting(Fault::id)
                .isNotEmpty()
                .isEqualTo(
                        listed(ContractReader.bundled()).stream().map(Fault::id).toList());
    }
}
