package dev.countersign.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.FormerHouse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A house in which one person had several spellings: its rows are migrated on a real PostgreSQL. */
class FormerSpellingsIT {

    private static final List<String> SPELLINGS =
            List.of("ada", "Ada", "ben ", "b\u200Ben", "\u0430da", "m\u00FCller", "Omar.Saleh@Corp.Example", "\uFF41");

    private FormerHouse house;
    private JdbcClient owner;

    @BeforeEach
    void runTheFormerRelease() {
        house = FormerHouse.at("016");
        owner = house.owner();
        SPELLINGS.forEach(id -> owner.sql("""
                INSERT INTO identity.person (id, name, email, roles, seen_at, manager)
                VALUES (:id, 'Name of ' || :id, '', '{ENGINEER}', now(), 'Elena ')
                """).param("id", id).update());
        owner.sql("INSERT INTO identity.address VALUES ('ben@corp.example', 'ben ', now())")
                .update();
        house.migrate("017");
    }

    @AfterEach
    void stop() {
        house.close();
    }

    @Test
    void keepsEveryRowAndLetsOnlyTheOneFormBeChosen() {
        assertThat(owner.sql("SELECT id FROM identity.person")
                        .query(String.class)
                        .list())
                .containsAll(SPELLINGS)
                .contains("ada", "ben", "omar.saleh@corp.example", "a");
        assertThat(owner.sql("SELECT id FROM identity.person WHERE roles @> '{ENGINEER}'")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder("ada", "ben", "omar.saleh@corp.example", "a");
        assertThat(owner.sql("SELECT DISTINCT manager FROM identity.person")
                        .query(String.class)
                        .list())
                .containsExactly("elena");
        assertThat(owner.sql("SELECT person_id FROM identity.address")
                        .query(String.class)
                        .list())
                .contains("ben");
    }

    @Test
    void readsOldSpellingsAsJavaDoes() {
        for (String id : SPELLINGS) {
            assertThat(owner.sql("SELECT identity.person_form(:id)")
                            .param("id", id)
                            .query(String.class)
                            .single())
                    .isEqualTo(PersonId.recorded(id).value());
        }
    }

    @Test
    void letsNoOtherFormIn() {
        for (String id : List.of("Ben", "ben\t", "\u0430", "", "x y")) {
            assertThatThrownBy(() -> owner.sql(
                                    "INSERT INTO identity.person (id, name, email, seen_at) VALUES (:id, 'x', '', now())")
                            .param("id", id)
                            .update())
                    .isInstanceOf(DataIntegrityViolationException.class);
        }
    }
}
