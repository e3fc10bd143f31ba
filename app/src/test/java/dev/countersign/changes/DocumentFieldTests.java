package dev.countersign.changes;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** Which fields an approval stands for, and that no other answer of the form can slip past. */
class DocumentFieldTests {

    @Test
    void isCalledOnTheRecordAsOnThePage() {
        assertThat(DocumentField.words(List.of("title", "rollbackRehearsedOn", "windowEnd", "of-an-earlier-release")))
                .isEqualTo("Title, Rollback rehearsed on, Window closes, of-an-earlier-release");
    }

    private static final Map<DocumentField, Object> OTHER = Map.ofEntries(
            Map.entry(DocumentField.TITLE, "Raise it"),
            Map.entry(DocumentField.WHY, "They time out."),
            Map.entry(DocumentField.SYSTEMS, List.of("cart-api")),
            Map.entry(DocumentField.KIND, "data"),
            Map.entry(DocumentField.ENVIRONMENT, "staging"),
            Map.entry(DocumentField.REPOSITORY, "storefront/fork"),
            Map.entry(DocumentField.COMMITS, List.of("f".repeat(40))),
            Map.entry(DocumentField.DIGEST, "sha256:" + "ab".repeat(32)),
            Map.entry(DocumentField.LINKS, "OPS-42"),
            Map.entry(DocumentField.STEPS, List.of(Map.of("action", "Deploy", "validation", "Look", "undo", "Wait"))),
            Map.entry(DocumentField.BLAST_RADIUS, "global"),
            Map.entry(DocumentField.WAVES, "One zone, then all."),
            Map.entry(DocumentField.CONTROL_PLANE, true),
            Map.entry(DocumentField.DATA_MUTATION, true),
            Map.entry(DocumentField.RESTORE_PROOF, "Restored yesterday."),
            Map.entry(DocumentField.ROLLBACK_HOW, "By hand."),
            Map.entry(DocumentField.ROLLBACK_MINUTES, 40),
            Map.entry(DocumentField.ROLLBACK_REHEARSED_ON, "2026-01-01"),
            Map.entry(DocumentField.ALARMS, "none"),
            Map.entry(DocumentField.BAKE_MINUTES, 61),
            Map.entry(DocumentField.WINDOW_START, "2026-11-23T10:30:00Z"),
            Map.entry(DocumentField.WINDOW_END, "2026-12-24T10:30:00Z"),
            Map.entry(DocumentField.AI_INVOLVEMENT, "generated"),
            Map.entry(DocumentField.AI_TOOL, "a model"),
            Map.entry(DocumentField.AI_SOURCES, List.of(Map.of("name", "wiki"))),
            Map.entry(DocumentField.OPERATOR, "ben"),
            Map.entry(DocumentField.CO_AUTHORS, List.of("ben")));

    private final Documents documents = new Documents(JsonMapper.builder().build());
    private final SampleDocument sample = SampleDocument.writtenAt(SampleChange.NOW);

    @Test
    void coversEveryAnswerOfTheForm() {
        assertThat(Arrays.stream(DocumentField.values()).map(DocumentField::key))
                .containsExactlyElementsOf(Arrays.stream(ChangeDocument.class.getRecordComponents())
                        .map(RecordComponent::getName)
                        .toList());
    }

    @Test
    void takesOnlyTitleAndReasonForWording() {
        assertThat(DocumentField.wording()).containsExactly(DocumentField.TITLE, DocumentField.WHY);
    }

    static Stream<DocumentField> material() {
        return DocumentField.material().stream();
    }

    @ParameterizedTest
    @MethodSource("material")
    void anEditOfAMaterialFieldIsAnotherChange(DocumentField field) {
        assertThat(material(field)).isNotEqualTo(documents.material(sample.document()));
        assertThat(edited(field)).containsExactly(field);
    }

    /** Approvals of texts that were written before a question was asked must go on counting. */
    @Test
    void keepsTheHashesOfTextsThatAreOlderThanTheQuestionForTheOperator() {
        ChangeDocument older = sample.with("repository", "storefront/cart")
                .with("windowEnd", SampleChange.NOW.plus(Duration.ofDays(10)).toString())
                .document();
        assertThat(documents.hash(older)).isEqualTo("4d40df4c1ea63b44c081beb69ce3382416075f037cbbc3b83577b8744c4fc06b");
        assertThat(documents.material(older))
                .isEqualTo("418c00d77ea73db998814f7a4dfd2411e42e1e5511801a885dc6edad522c3a42");
    }

    static Stream<DocumentField> wording() {
        return DocumentField.wording().stream();
    }

    @ParameterizedTest
    @MethodSource("wording")
    void anEditOfTheWordingIsTheSameChangeAndAnotherText(DocumentField field) {
        ChangeDocument other = sample.with(field.key(), OTHER.get(field)).document();
        assertThat(material(field)).isEqualTo(documents.material(sample.document()));
        assertThat(documents.hash(other)).isNotEqualTo(documents.hash(sample.document()));
        assertThat(edited(field)).containsExactly(field);
    }

    private String material(DocumentField field) {
        return documents.material(sample.with(field.key(), OTHER.get(field)).document());
    }

    private List<DocumentField> edited(DocumentField field) {
        return documents.differences(
                sample.document(), sample.with(field.key(), OTHER.get(field)).document());
    }
}
