package dev.countersign.registry.files;

import dev.countersign.registry.Catalogue;
import dev.countersign.registry.Department;
import dev.countersign.registry.Flaw;
import dev.countersign.registry.SystemFacts;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads a catalogue from a file; what the file leaves out stays as the registry has it. */
public final class CatalogueReader {

    /** Bytes. */
    public static final int LARGEST = 10 * 1024 * 1024;

    private static final Pattern YAML =
            Pattern.compile("(?s)\\s*(#[^\\n]*\\n\\s*)*(---|%YAML|apiVersion:|kind:|metadata:).*");

    private final Catalogue known;

    public CatalogueReader(Catalogue known) {
        this.known = known;
    }

    /**
     * What a file says.
     *
     * @param catalogue only of the rows that are right
     * @param leftOut how many entries are neither systems nor departments
     */
    public record Result(Catalogue catalogue, List<BadRow> bad, int leftOut, Places places) {

        public Result {
            bad = bad.stream().sorted().toList();
        }
    }

    /** Where in the file something is described. */
    public record Places(Map<String, Entry> systems, Map<String, Entry> departments) {

        public BadRow place(Flaw flaw) {
            Entry entry = (flaw.department() ? departments : systems).get(flaw.key());
            return entry == null
                    ? new BadRow(1, 1, flaw.key(), flaw.words())
                    : entry.bad(flaw.field(), "%s: %s".formatted(flaw.field(), flaw.words()));
        }
    }

    public Result read(byte[] file) {
        if (file.length > LARGEST) {
            return result(
                    Parsed.unreadable(1, 1, "a file can have 10 MB; this one has %d bytes".formatted(file.length)));
        }
        CharBuffer text = CharBuffer.allocate(file.length);
        ByteBuffer bytes = ByteBuffer.wrap(file);
        var decoded = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .decode(bytes, text, true);
        if (decoded.isError()) {
            return result(Parsed.unreadable(lineOf(file, bytes.position()), 1, "it is not written in UTF-8"));
        }
        return read(text.flip().toString());
    }

    public Result read(String text) {
        String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
        if (plain.isBlank()) {
            return result(Parsed.unreadable(1, 1, "it is empty"));
        }
        return result(
                YAML.matcher(plain.length() > 2000 ? plain.substring(0, 2000) : plain)
                                .matches()
                        ? BackstageReader.read(plain)
                        : CsvReader.read(plain));
    }

    private Result result(Parsed parsed) {
        List<BadRow> bad = new ArrayList<>(parsed.bad());
        Places places = new Places(new HashMap<>(), new HashMap<>());
        EntryReader reader = new EntryReader(known, bad::add);
        List<Department> departments = new ArrayList<>();
        List<SystemFacts> systems = new ArrayList<>();
        for (Entry entry : parsed.entries()) {
            Entry first =
                    (entry.department() ? places.departments() : places.systems()).putIfAbsent(entry.key(), entry);
            if (first != null) {
                bad.add(entry.bad("key", "‘%s’ is described on line %d already".formatted(entry.key(), first.line())));
            } else if (entry.department()) {
                reader.department(entry).ifPresent(departments::add);
            } else {
                reader.system(entry).ifPresent(systems::add);
            }
        }
        return new Result(new Catalogue(departments, systems), bad, parsed.leftOut(), places);
    }

    private static int lineOf(byte[] file, int position) {
        int line = 1;
        for (int i = 0; i < position; i++) {
            line += file[i] == '\n' ? 1 : 0;
        }
        return line;
    }
}
