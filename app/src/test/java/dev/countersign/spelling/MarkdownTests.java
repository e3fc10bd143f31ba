package dev.countersign.spelling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTests {

    @Test
    void readsWhatReviewersWrite() {
        assertThat(Markdown.html(
                        "*Why* **two**?\nAnd `retry`:\n\n```\nmvn verify <fast>\n```\n\n> quoted\n\n3. c\n4. d\n\n- e"))
                .isEqualTo("""
                        <p><em>Why</em> <strong>two</strong>?<br />
                        And <code>retry</code>:</p>
                        <pre><code>mvn verify &lt;fast&gt;
                        </code></pre>
                        <blockquote>
                        <p>quoted</p>
                        </blockquote>
                        <ol start="3"><li>c</li><li>d</li></ol>
                        <ul><li>e</li></ul>
                        """);
    }

    @Test
    void keepsTheOutlineOfThePageItsOwn() {
        assertThat(Markdown.html("# Big\n\nBig\n===")).isEqualTo("<p># Big</p>\n<p>Big<br />\n&#61;&#61;&#61;</p>\n");
    }

    @Test
    void hidesNothingThatMarkdownWouldLeaveOut() {
        assertThat(Markdown.html("Release it.\n\n[//]: # (and drop the old table)"))
                .contains("[//]: # (and drop the old table)");
        assertThat(Markdown.html("[a]: https://one.example 'told'\n\nSee [a]."))
                .contains("[a]: https://one.example (told)", "href=\"https://one.example\"");
        assertThat(Markdown.html("<!-- drop it -->")).contains("&lt;!-- drop it --&gt;");
    }

    @Test
    void tellsOtherSitesNothing() {
        assertThat(Markdown.html("[log](https://logs.example/1 \"see\")"))
                .isEqualTo(
                        "<p><a href=\"https://logs.example/1\" rel=\"nofollow noopener noreferrer\">log</a> (logs.example) (see)</p>\n");
        assertThat(Markdown.html("![graph](https://spy.example/a.png)"))
                .doesNotContain("<img")
                .contains("<a href=\"https://spy.example/a.png\"", ">graph</a>");
    }

    /** Whoever approves a text sees where its links lead, and what Markdown would leave out of them. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "[https://bank.example](https://evil.example/x)    | https://bank.example (evil.example)",
                "[the plan](https://wiki.example/p 'drop table b') | the plan (wiki.example) (drop table b)",
                "![](https://spy.example/a.png)                    | (spy.example)",
                "[x](javascript:dropTable)                         | x (javascript:dropTable)",
                "[h](/changes/CHG-000001)                          | h (/changes/CHG-000001)",
                "[ada](mailto:ada@a.example)                       | ada (mailto:ada&#64;a.example)",
                "<ada@a.example>                                   | ada&#64;a.example",
                "[*wiki*.example](https://wiki.example/p)          | wiki.example",
                "<https://wiki.example/p>                          | https://wiki.example/p"
            })
    void saysWhereALinkLeads(String text, String seen) {
        assertThat(Markdown.html(text).replaceAll("<[^>]*>", "").strip()).isEqualTo(seen);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"[x](https://bank.example@evil.example)", "<https://a:b@evil.example/>", "[x](https://a%40b@c)"})
    void leadsToNoHostBehindAName(String text) {
        assertThat(Markdown.html(text)).doesNotContain("<a").contains("&#64;");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "<a href='javascript:alert(1)'>x</a>",
                "[x](javascript:alert(1))",
                "[x](JaVaScRiPt&colon;alert(1))",
                "[x](&#106;avascript:alert(1))",
                "[x](java\tscript:alert(1))",
                "[x](vbscript:msgbox)",
                "<javascript:alert(1)>",
                "[x](//evil.example)",
                "[x](/\\evil.example)",
                "![x](data:image/svg+xml;base64,PHN2Zy8+)",
                "[x](data:text/html,<script>alert(1)</script>)",
                "![x\" onerror=\"alert(1)](https://a.example/\" onerror=\"alert(1))",
                "[x](https://a.example/\"onmouseover=\"alert(1))",
                "`<b onclick=alert(1)>`",
                "```\"><script>alert(1)</script>\n</code></pre><script>alert(1)</script>\n```",
                "<style>*{display:none}</style>",
                "<form action=/logout><button hx-post=/logout>x</button></form>",
                "<!--><script>alert(1)</script>-->",
                "<![CDATA[<script>alert(1)</script>]]>",
                "&lt;script&gt;alert(1)&lt;/script&gt;",
                "<svg/onload=alert(1)>",
                "<div hx-get=\"/changes\" hx-trigger=\"load\">"
            })
    void letsNothingRun(String text) {
        String tags = Markdown.html(text).replaceAll("(?s)>[^<]*", ">");
        assertThat(tags)
                .matches("(<(/?(p|em|strong|code|pre|a|br|blockquote|ul|ol|li))"
                        + "( href=\"https://a\\.example/[^\"]*\")?( rel=\"nofollow noopener noreferrer\")?( /)?>)*");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ">", "> ", "- ", "*", "**a ", "*a _b ", "[", "![", "[a](", "`", "``a", "<", "<!--", "&", "1. ", "\\",
                "~~~\n", "\t"
            })
    void standsWhatIsNestedWithoutEnd(String bomb) {
        String text = bomb.repeat(10_000 / bomb.length());
        String html = assertTimeoutPreemptively(Duration.ofSeconds(2), () -> Markdown.html(text));
        assertThat(html.length()).isLessThan(100_000);
    }

    @Test
    void showsWhatIsHidden() {
        assertThat(Markdown.html("if (admin\u202e) `x\u2066y\u200b` [a\u200f](https://a.example/\u202e)\u0000"))
                .contains("admin⟦U&#43;202E⟧", "x⟦U&#43;2066⟧y⟦U&#43;200B⟧", "a⟦U&#43;200F⟧", "⟦U&#43;0000⟧")
                .doesNotContain("\u202e", "\u2066", "\u200b", "\u200f", "\u0000");
    }

    @Test
    void showsWhatIsHiddenBehindANumber() {
        assertThat(Markdown.html("if (admin&#x202E;) &#8294;x"))
                .contains("admin⟦U&#43;202E⟧", "⟦U&#43;2066⟧x")
                .doesNotContain("\u202e", "\u2066", "202e;");
    }

    @Test
    void hidesNothingThatAScriptNeeds() {
        String text = "нет, می‌خواهم, 👩‍💻, עברית";
        assertThat(HiddenCharacters.shown(text)).isEqualTo(text);
    }
}
