package dev.core7.conformance.mcp;

/** What is required of a tool; all are SHOULD, because the page names the tools and says no more about them. */
enum ToolClause {
    LISTED("tool-listed", "the MCP server lists the tool that the page names"),
    CALLED("tool-called", "a call of the tool with a sufficient key is not refused"),
    RESULT("tool-result", "the tool returns the same objects as the operation");

    private final String id;
    private final String text;

    ToolClause(String id, String text) {
        this.id = id;
        this.text = text;
    }

    String id() {
        return id;
    }

    /** The name of the cases whose requests show whether the clause holds. */
    String step() {
        return this == LISTED ? "tools-list" : "tools-call";
    }

    String text() {
        return text;
    }
}
