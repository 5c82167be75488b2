package kz.ortaq.harvesters.oai;

import static kz.ortaq.harvesters.oai.TestPages.identifiers;
import static kz.ortaq.harvesters.oai.TestPages.page;
import static kz.ortaq.harvesters.oai.TestPages.problems;
import static kz.ortaq.harvesters.oai.TestPages.read;
import static kz.ortaq.harvesters.oai.TestPages.record;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import kz.ortaq.config.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One record, live and deleted on the same page. */
final class TwiceTest {

    @ParameterizedTest
    @ValueSource(strings = {"2020-01-01", "2026-11-01", "2026-12-31"})
    void takesTheLiveOneWhateverTheDatestampsAreAndSaysSo(String date) {
        Page before = read(page(deletion("1", date), record("1", "Абай жолы"), record("2", "екі")));
        Page behind = read(page(record("1", "Абай жолы"), record("2", "екі"), deletion("1", date)));

        for (Page page : List.of(before, behind)) {
            assertEquals(List.of("1", "2"), identifiers(page));
            assertFalse(page.records().getFirst().deleted());
            assertEquals(List.of(Reason.RECORD_TWICE), problems(page));
            assertEquals("1", page.problems().getFirst().identifier());
        }
    }

    @Test
    void keepsADeletionThatNothingGainsays() {
        Page page = read(page(deletion("1", "2026"), deletion("1", "2026"), record("2", "екі")));

        assertEquals(List.of("1", "1", "2"), identifiers(page));
        assertEquals(List.of(), page.problems());
    }

    private static String deletion(String identifier, String date) {
        return "<record><header status='deleted'><identifier>" + identifier + "</identifier><datestamp>" + date
                + "</datestamp></header></record>";
    }
}
