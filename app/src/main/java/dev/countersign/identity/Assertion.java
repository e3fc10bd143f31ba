package dev.countersign.identity;

/** What a browser hands over when a passkey has signed. */
public record Assertion(Base64Url credential, Base64Url clientData, Base64Url authenticatorData, Base64Url signature) {}
