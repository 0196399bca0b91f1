package dev.core7.mock.mcp;

import dev.core7.contract.Contract;
import dev.core7.contract.McpTool;
import dev.core7.contract.Operation;
import java.util.List;

/**
 * A tool and the request that it sends.
 *
 * @param declared the operation whose parameters the tool has
 * @param called the operation that it calls: the same one, unless the contract names another
 */
record ContractTool(McpTool tool, Operation declared, Operation called) {
    /** Returns the tools of a contract in its order. */
    static List<ContractTool> of(Contract contract) {
        return contract.operations().stream()
                .flatMap(operation -> operation.tool().stream()
                        .map(tool -> new ContractTool(
                                tool,
                                operation,
                                tool.call()
                                        .flatMap(call -> contract.operation(call.operationId()))
                                        .orElse(operation))))
                .toList();
    }

    /** Returns what the tool does, for people and models. */
    String description() {
        return tool.title().replaceFirst("\\.$", "") + ": " + called.method() + " " + called.path()
                + ". Needs the scope " + String.join(" and ", called.scopes()) + ".";
    }
}
