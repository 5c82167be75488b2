package kz.ortaq.harvesters.marc;

import static kz.ortaq.harvesters.marc.SampleMarc.items;
import static kz.ortaq.harvesters.marc.SampleMarc.marc21;
import static kz.ortaq.harvesters.marc.SampleMarc.read;
import static kz.ortaq.harvesters.marc.SampleMarc.reasons;
import static kz.ortaq.harvesters.marc.SampleMarc.refused;
import static kz.ortaq.harvesters.marc.SampleMarc.replaced;
import static kz.ortaq.harvesters.marc.SampleMarc.titles;
import static kz.ortaq.harvesters.marc.SampleMarc.together;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import kz.ortaq.config.Reason;
import org.junit.jupiter.api.Test;

/** Files of ISO 2709, sound and damaged. */
final class Iso2709ReaderTest {

    private static final byte[] ABAI = marc21("1", "Абай жолы").bytes();
    private static final byte[] KOZHA = marc21("2", "Меня зовут Кожа").bytes();
    private static final byte[] NOMADS = marc21("3", "The Nomads").bytes();
    private static final List<String> ALL = List.of("Абай жолы", "Меня зовут Кожа", "The Nomads");

    @Test
    void readsOneRecordAfterTheOtherAndSaysWhereEachStands() throws Exception {
        List<Item> items = items(together(ABAI, KOZHA, NOMADS));

        assertEquals(ALL, titles(items));
        assertEquals(
                List.of(
                        "record 1, byte 0",
                        "record 2, byte " + ABAI.length,
                        "record 3, byte " + (ABAI.length + KOZHA.length)),
                items.stream().map(Item::place).toList());
        assertEquals("2", read(items).get(1).number());
        assertArrayEquals(KOZHA, read(items).get(1).sent());
        assertTrue(read(items).stream().allMatch(item -> item.mends().isEmpty()));
    }

    @Test
    void passesOverLineEndsAndFillingBetweenRecords() throws Exception {
        List<Item> items = items(together("\u00EF\u00BB\u00BF", ABAI, "\r\n", KOZHA, "\u001D\n", NOMADS, "\0\0\u001A"));

        assertEquals(ALL, titles(items));
        assertEquals(3, items.size());
    }

    @Test
    void findsTheRecordsAmongTextAndSaysWhatStandsThere() throws Exception {
        List<Item> items = items(together("Export of 12 May\n", ABAI, "-- page 2 --\n", KOZHA, NOMADS, "end"));

        assertEquals(ALL, titles(items));
        assertEquals(
                List.of("byte 0", "byte " + (17 + ABAI.length)),
                items.stream()
                        .filter(Item.Remark.class::isInstance)
                        .map(Item::place)
                        .limit(2)
                        .toList());
        assertEquals(0, refused(items).size());
    }

    @Test
    void readsARecordWhoseLengthIsOneTooSmall() throws Exception {
        byte[] wrong = replaced(ABAI, number(ABAI.length), number(ABAI.length - 1));

        List<Item> items = items(together(wrong, KOZHA, NOMADS));

        assertEquals(ALL, titles(items));
        assertEquals(List.of(Reason.MARC_LENGTH_WRONG), reasons(read(items).getFirst()));
    }

    @Test
    void readsARecordThatLostItsTerminator() throws Exception {
        byte[] open = Arrays.copyOf(ABAI, ABAI.length - 1);

        assertEquals(ALL, titles(items(together(open, KOZHA, NOMADS))));
        assertEquals(List.of("Абай жолы"), titles(items(open)));
    }

    @Test
    void readsARecordThatHasATerminatorInsideAField() throws Exception {
        byte[] record = marc21("4", "Қара\u001D сөз").bytes();

        List<Item> items = items(together(record, ABAI));

        assertEquals(List.of("Қара сөз", "Абай жолы"), titles(items));
        assertEquals(List.of(Reason.MARC_CHARACTERS_LOST), reasons(read(items).getFirst()));
    }

    @Test
    void rejectsACutRecordAndReadsTheNext() throws Exception {
        byte[] cut = Arrays.copyOf(ABAI, ABAI.length - 30);

        List<Item> items = items(together(cut, KOZHA, Arrays.copyOf(NOMADS, 60)));

        assertEquals(List.of("Меня зовут Кожа"), titles(items));
        assertEquals(
                List.of(Reason.MARC_RECORD_CUT, Reason.MARC_RECORD_CUT),
                refused(items).stream().map(Item.Refused::reason).toList());
        assertArrayEquals(cut, refused(items).getFirst().sent());
        assertEquals("record 1, byte 0", refused(items).getFirst().place());
    }

    @Test
    void rejectsAnOversizedRecordAndReadsTheNext() throws Exception {
        byte[] large = marc21("9", "x".repeat(3 * SampleMarc.LARGEST)).bytes();

        List<Item> items = items(together(ABAI, large, KOZHA));

        assertEquals(List.of("Абай жолы", "Меня зовут Кожа"), titles(items));
        assertEquals(Reason.RECORD_TOO_LARGE, refused(items).getFirst().reason());
        assertEquals("record 2, byte " + ABAI.length, refused(items).getFirst().place());
    }

    @Test
    void findsFieldsByTheirTerminatorsWhereTheDirectoryLies() throws Exception {
        byte[] wrong = replaced(ABAI, "2450022", "2450999");

        List<Item> items = items(together(wrong, KOZHA));

        assertEquals(List.of("Абай жолы", "Меня зовут Кожа"), titles(items));
        assertEquals(List.of(Reason.MARC_DIRECTORY_WRONG), reasons(read(items).getFirst()));
    }

    @Test
    void readsADirectoryThatIsNotInOrder() throws Exception {
        SampleMarc record = marc21("5", "Қыз Жібек").control("005", "20260101");

        assertEquals(List.of("Қыз Жібек"), titles(items(record.bytes())));
    }

    @Test
    void readsARecordLongerThanADirectoryCanTell() throws Exception {
        SampleMarc record = marc21("6", "Тарих");
        for (int i = 0; i < 30; i++) {
            record.data("500", "  ", "a" + "ш".repeat(2_000));
        }
        record.data("650", " 4", "aҚазақ хандығы");

        List<Item> items =
                items(new Iso2709Reader(new ByteArrayInputStream(record.bytes()), 1 << 20, Majority.UNKNOWN));

        assertEquals(List.of("Тарих"), titles(items));
        assertEquals("Қазақ хандығы", SampleMarc.title(read(items).getFirst(), "650"));
        assertTrue(reasons(read(items).getFirst()).contains(Reason.MARC_DIRECTORY_WRONG));
    }

    @Test
    void readsALeaderOfTwentyThreeCharactersAndAWrongBaseAddress() throws Exception {
        byte[] shorter = replaced(ABAI, "3i 4500", "3i 450");
        byte[] base = replaced(KOZHA, "22000613", "22999993");

        List<Item> items = items(together(shorter, base, NOMADS));

        assertEquals(ALL, titles(items));
        assertTrue(reasons(read(items).getFirst()).contains(Reason.MARC_LEADER_BROKEN));
        assertEquals(List.of(Reason.MARC_LENGTH_WRONG), reasons(read(items).get(1)));
    }

    @Test
    void joinsAFieldThatABrokenExportDividedInTwo() throws Exception {
        byte[] whole = new SampleMarc()
                .control("001", "7")
                .data("245", "10", "aСөз", "bөнері")
                .data("300", "  ", "a210 бет")
                .utf8()
                .bytes();
        byte[] divided = replaced(whole, "\u001Fb", "\u001E  \u001Fb");

        Item.Read item = read(items(divided)).getFirst();

        assertTrue(item.payload().contains("<subfield code=\"b\">өнері</subfield>"));
        assertEquals("210 бет", SampleMarc.title(item, "300"));
        assertTrue(reasons(item).contains(Reason.MARC_DIRECTORY_WRONG));
    }

    @Test
    void rejectsWhatHoldsNoFieldAtAll() throws Exception {
        List<Item> items = items(together(ABAI, "00026     2200025   4500\u001E\u001D", KOZHA));

        assertEquals(2, read(items).size());
        assertEquals(Reason.RECORD_BROKEN, refused(items).getFirst().reason());
    }

    @Test
    void noBytesWhateverStopItOrLoseTheRecordBehindThem() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            byte[] damaged = together(ABAI, KOZHA);
            for (int j = random.nextInt(12); j >= 0; j--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }

            List<Item> items = items(together(damaged, "\u001D", NOMADS));

            assertTrue(titles(items).contains("The Nomads"), "seed " + seed + ", round " + i);
        }
    }

    private static String number(int length) {
        return String.format(Locale.ROOT, "%05d", length);
    }
}
