package dev.countersign.local;

import java.util.List;
import java.util.stream.Stream;

/** What is printed when everything is up: where to go and who one can be. */
final class Welcome {

    private record Login(String name, String who) {}

    private static final List<Login> LOGINS = List.of(
            new Login("ada", "Ada Okafor, engineer"),
            new Login("ben", "Ben Castillo, engineer and reviewer"),
            new Login("chloe", "Chloe Laurent, engineer and reviewer"),
            new Login("dmitri", "Dmitri Volkov, engineer and reviewer"),
            new Login("elena", "Elena Marchetti, director of checkout"),
            new Login("farid", "Farid Haddad, director of fulfilment"),
            new Login("grace", "Grace Lindqvist, VP of storefront"),
            new Login("hugo", "Hugo Almeida, VP of supply-chain"),
            new Login("ines", "Ines Carvalho, auditor"),
            new Login("jonas", "Jonas Weber, system owner and engineer"));

    private Welcome() {}

    static List<String> names() {
        return LOGINS.stream().map(Login::name).toList();
    }

    /** Each as `login: name, what they are`. */
    static Stream<String> told() {
        return LOGINS.stream().map(login -> "%s: %s".formatted(login.name(), login.who()));
    }

    static String text(LocalStack stack) {
        var text = new StringBuilder(
                "\nCountersign is at http://localhost:" + stack.appPort() + "\nLogins (password = name):\n");
        LOGINS.forEach(login -> text.append("  %-7s %s%n".formatted(login.name(), login.who())));
        return text.append(stack.engine().licence())
                .append("\nCtrl-C stops everything; data and logs stay in ")
                .append(stack.folder().root())
                .append(".\n")
                .toString();
    }
}
