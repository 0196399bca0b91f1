package dev.core7.contract.flow;

/** A success criterion of a step, and the clause that it checks ({@code x-clause}). */
public record Criterion(Clause clause, Condition condition) {}
