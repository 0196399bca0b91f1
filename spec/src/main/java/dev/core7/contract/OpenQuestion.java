package dev.core7.contract;

/**
 * Something that the documentation page leaves open or gets wrong ({@code x-unclear}).
 *
 * @param page what the page says
 * @param reading how the contract reads it
 * @param reason why
 */
public record OpenQuestion(String page, String reading, String reason) {}
