package dev.core7.contract.flow;

/**
 * A clause that criteria check ({@code x-clauses}). Reports and baselines refer to its id.
 *
 * @param id kebab-case and stable
 * @param must whether the level is MUST; otherwise it is SHOULD
 * @param says the clause as a sentence
 */
public record Clause(String id, boolean must, String says) {}
