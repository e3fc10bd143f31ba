package dev.countersign.registry.files;

import dev.countersign.registry.Catalogue;
import dev.countersign.registry.CatalogueEntity;
import dev.countersign.registry.Department;
import dev.countersign.registry.Flaw;
import dev.countersign.registry.SystemFacts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads a catalogue from a file; what the file leaves out stays as the registry has it. */
public final class CatalogueReader {

    /** Bytes. */
    public static final int LARGEST = 10 * 1024 * 1024;

    private final House house;
    private final Choices choices;

    public CatalogueReader(Catalogue known) {
        this(known, List.of(), Choices.NONE);
    }

    public CatalogueReader(Catalogue known, List<CatalogueEntity> origins, Choices choices) {
        this.house = House.of(known, origins);
        this.choices = choices;
    }

    /**
     * What a file says.
     *
     * @param catalogue only of the rows that are right
     * @param leftOut what is taken for nothing here
     * @param taken entities under keys that do not say all that they are
     * @param owners groups and people that own something there, and are no departments here
     * @param guessed whether its encoding had to be guessed
     */
    public record Result(
            Catalogue catalogue,
            List<BadRow> bad,
            List<LeftOut> leftOut,
            List<Taken> taken,
            List<String> owners,
            boolean guessed,
            Places places) {

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
                    Parsed.unreadable(new BadRow(
                            1, 1, "", "a file can have 10 MB; this one has %d bytes".formatted(file.length))),
                    false);
        }
        Decoded decoded = Decoded.of(file);
        return result(decoded.bad().map(Parsed::unreadable).orElseGet(() -> parsed(decoded.text())), decoded.guessed());
    }

    public Result read(String text) {
        return result(parsed(text), false);
    }

    private Parsed parsed(String text) {
        if (text.isBlank()) {
            return Parsed.unreadable(new BadRow(1, 1, "", "it is empty"));
        }
        return switch (FileForm.of(text)) {
            case CSV -> CsvReader.read(text);
            case BACKSTAGE -> BackstageReader.read(text, house, choices);
        };
    }

    private Result result(Parsed parsed, boolean guessed) {
        List<BadRow> bad = new ArrayList<>(parsed.bad());
        Places places = new Places(new HashMap<>(), new HashMap<>());
        EntryReader reader = new EntryReader(house, choices, bad::add);
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
        return new Result(
                new Catalogue(departments, systems),
                bad,
                parsed.leftOut(),
                parsed.taken(),
                parsed.owners(),
                guessed,
                places);
    }
}
