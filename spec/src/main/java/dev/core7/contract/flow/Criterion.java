package dev.core7.contract.flow;

/** One success criterion of a step, and the clause that it shows ({@code x-clause}). */
public record Criterion(Clause clause, Condition condition) {}
