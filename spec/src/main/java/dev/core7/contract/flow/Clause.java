package dev.core7.contract.flow;

/**
 * What a criterion shows, under a name that reports and baselines refer to ({@code x-clauses}).
 *
 * @param id kebab-case and stable
 * @param must whether it is a MUST; else it is a SHOULD
 * @param says the clause as a sentence
 */
public record Clause(String id, boolean must, String says) {}
