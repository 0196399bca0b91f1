package dev.core7.mock.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.contract.ContractReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CsvTableTest {
    @Test
    void cells_with_special_characters_are_quoted() {
        var csv = ContractReader.bundled()
                .operation("cohorts_persons_retrieve")
                .orElseThrow()
                .success()
                .content()
                .get("text/csv");
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("id", 7);
        fields.put("name", "Smith, \"J.\"\nJunior");
        fields.put("created_at", null);
        var table = CsvTable.of(List.of(new StoredObject("7", fields, Map.of())), csv);
        assertThat(table.mediaType()).isEqualTo("text/csv");
        assertThat(table.body()).isEqualTo("id,email,name,created_at\r\n7,,\"Smith, \"\"J.\"\"\nJunior\",\r\n");
    }
}
