package kz.ortaq.engine.crosswalk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import kz.ortaq.config.Reason;
import kz.ortaq.records.BibRecord;
import kz.ortaq.records.RawRecord;
import kz.ortaq.records.RecordId;
import kz.ortaq.records.RecordRejected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MendedLettersTest {

    private static final String DC = "http://www.openarchives.org/OAI/2.0/oai_dc/";

    private final Crosswalks crosswalks = new Crosswalks();

    @Test
    void mendsARecordThatWasReadInTheWrongCharsetByAllThatItSays() throws RecordRejected {
        Crosswalk.Mapped mapped = map("Ќазаќ јдебиеті: оќулыќ", "Јуезов М.", "Ґнер");

        assertEquals("Қазақ әдебиеті: оқулық", mapped.record().title());
        assertEquals("Әуезов М.", mapped.record().contributors().getFirst().name());
        assertEquals("Өнер", mapped.record().subjects().getFirst().text());
        assertEquals(
                List.of(Reason.LETTERS_MENDED),
                mapped.problems().stream().map(problem -> problem.reason()).toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Історія української літератури: підручник | Їжакевич О. | Київ
            Историја српске књижевности | Јовановић Ђ. | Његош
            Историја на македонската книжевност | Ќосев Д. | Ѓорѓи
            Гісторыя беларускай літаратуры | Быкаў В. | Шаўчэнка
            Қазақ әдебиетінің тарихы | Әуезов М. | Андрић И.
            Histoire de la littérature française | Hélène Müller | été
            """)
    void leavesHonestRecordsOfEveryLanguageAlone(String title, String author, String subject) throws RecordRejected {
        Crosswalk.Mapped mapped = map(title, author, subject);

        assertEquals(title, mapped.record().title());
        assertEquals(author, mapped.record().contributors().getFirst().name());
        assertEquals(subject, mapped.record().subjects().getFirst().text());
        assertTrue(mapped.problems().isEmpty());
    }

    @Test
    void givesEachWordOneAlphabetAndLeavesSignsAlone() throws RecordRejected {
        BibRecord record = map("ХХ FACЫP қaзaқ әдебиеті", "Сaғын", "C++").record();

        assertEquals("ХХ ҒАСЫР қазақ әдебиеті", record.title());
        assertEquals("C++", record.subjects().getFirst().text());
    }

    @Test
    void tellsTheLibraryOfLettersThatOnlyLookRight() throws RecordRejected {
        Crosswalk.Mapped mapped = map("Қaзaқстан тарихы", "Әуезов М.", "History");

        assertEquals(
                List.of(Reason.LETTERS_MENDED),
                mapped.problems().stream().map(problem -> problem.reason()).toList());
        assertEquals(
                "Қaзaқстан тарихы → Қазақстан тарихы",
                mapped.problems().getFirst().value());
    }

    private Crosswalk.Mapped map(String title, String author, String subject) throws RecordRejected {
        String payload = "<oai_dc:dc xmlns:oai_dc='" + DC + "' xmlns:dc='http://purl.org/dc/elements/1.1/'>"
                + "<dc:title>" + title + "</dc:title><dc:creator>" + author + "</dc:creator><dc:subject>" + subject
                + "</dc:subject></oai_dc:dc>";
        return crosswalks.map(
                new RawRecord(new RecordId("s", "1"), false, DC, "", List.of(), "page 1", payload, List.of()),
                List.of());
    }
}
