package dev.core7.mock.fault;

import dev.core7.contract.Contract;
import dev.core7.contract.McpTool;
import dev.core7.contract.McpTool.Hint;
import dev.core7.mock.handler.FaultBehavior;
import dev.core7.mock.http.MockResponse;
import dev.core7.mock.http.PostHogError;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Hides an MCP tool, refuses its calls, or returns other objects than the operation. */
final class ToolFaults implements FaultFamily {
    private static final int OTHER_ID = 899_999_999;

    @Override
    public void addTo(FaultCollector faults, Contract contract) {
        faults.operation().tool().ifPresent(tool -> add(faults, tool));
    }

    private static void add(FaultCollector faults, McpTool tool) {
        faults.add("tool-missing", "does not list the MCP tool " + tool.name(), new FaultBehavior() {
            @Override
            public boolean hidesTool(String name) {
                return name.equals(tool.name());
            }
        });
        if (tool.is(Hint.READ_ONLY)) {
            faults.add(
                    "tool-refused",
                    "refuses every call of the MCP tool " + tool.name(),
                    responding(tool, response -> PostHogError.ofStatus(403).response()));
            faults.add(
                    "tool-other-objects",
                    "returns other objects for the MCP tool " + tool.name(),
                    responding(tool, ToolFaults::withOtherObjects));
        }
    }

    private static FaultBehavior responding(McpTool tool, UnaryOperator<MockResponse> change) {
        return new FaultBehavior() {
            @Override
            public MockResponse respondToTool(String name, MockResponse response) {
                return name.equals(tool.name()) ? change.apply(response) : response;
            }
        };
    }

    private static MockResponse withOtherObjects(MockResponse response) {
        boolean isList = JsonEdit.parse(response.body()) instanceof Map<?, ?> body && body.containsKey("results");
        var edit = isList ? JsonEdit.replace("/results", List.of()) : JsonEdit.replace("/id", OTHER_ID);
        return edit.in(response);
    }
}
