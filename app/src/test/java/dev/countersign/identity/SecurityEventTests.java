package dev.countersign.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.identity.SecurityEvent.Kind;
import org.junit.jupiter.api.Test;

class SecurityEventTests {

    @Test
    void saysWhoWhatAndWhereOnOneLine() {
        assertThat(new SecurityEvent(Kind.LOG_IN, "ada", "at the identity provider", "192.0.2.7", "GET /login").line())
                .isEqualTo("event=log-in who=\"ada\" what=\"at the identity provider\" from=\"192.0.2.7\" on=\"GET"
                        + " /login\"");
    }

    @Test
    void letsNobodyWriteALineOfTheirOwn() {
        var line = new SecurityEvent(
                        Kind.UNKNOWN_HOST,
                        "ada\" who=\"grace",
                        "a\r\nevent=log-in\u2028\u0085\u001b[31m\u202e\u200b\\",
                        "x".repeat(9_000),
                        "")
                .line();

        assertThat(line)
                .contains("who=\"ada\\\" who=\\\"grace\"")
                .contains("a\\u{d}\\u{a}event=log-in\\u{2028}\\u{85}\\u{1b}[31m\\u{202e}\\u{200b}\\\\")
                .hasSizeLessThan(600);
        assertThat(line.codePoints()).allMatch(point -> point >= 0x20 && point < 0x7f);
    }
}
