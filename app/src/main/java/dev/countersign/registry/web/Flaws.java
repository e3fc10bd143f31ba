package dev.countersign.registry.web;

import dev.countersign.forms.Problem;
import dev.countersign.identity.sheets.Result.Flawed;
import dev.countersign.registry.Flaw;
import java.util.List;

/** What only the registry could see is wrong with a form, said at its questions. */
final class Flaws {

    private Flaws() {}

    static Flawed of(List<Flaw> flaws) {
        return new Flawed(flaws.stream()
                .map(flaw -> Problem.at(flaw.field(), capital(flaw.words()) + "."))
                .toList());
    }

    private static String capital(String words) {
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
