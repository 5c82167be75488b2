package kz.ortaq.extractor.ocr;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class TesseractTableTest {

    private static final String HEADING =
            "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n";

    @Test
    void givesLinesAndParagraphsAndHowSureItIs() {
        String table = HEADING + "1\t1\t0\t0\t0\t0\t0\t0\t2480\t3508\t-1\t\n" + word(1, 1, 1, 96, "Қысқы")
                + word(1, 1, 1, 96, "кеш.") + word(1, 1, 2, 92, "Шәй") + word(1, 2, 1, 94, "Новый")
                + word(2, 1, 1, 95, "page");

        Recognised read = TesseractTable.read(table);

        assertEquals("Қысқы кеш.\nШәй\n\nНовый\n\npage", read.text());
        assertEquals(20, read.letters());
        assertEquals(0.95, read.confidence(), 0.01);
    }

    @Test
    void leavesLinesOutThatAreStainsAndPictures() {
        String table = HEADING
                + word(1, 1, 1, 12, "|ы'")
                + word(1, 1, 1, 30, "оч")
                + word(2, 1, 1, 90, "Сурет")
                + word(3, 1, 1, 95, "~ —");

        assertEquals("Сурет", TesseractTable.read(table).text());
    }

    @Test
    void findsNothingInNonsense() {
        assertEquals(Recognised.NOTHING, TesseractTable.read(""));
        assertEquals(
                Recognised.NOTHING, TesseractTable.read(HEADING + "5\t1\t1\n5\ta\tb\tc\td\te\tf\tg\th\ti\tj\tсөз\n"));
    }

    private static String word(int block, int paragraph, int line, int confidence, String text) {
        return "5\t1\t" + block + "\t" + paragraph + "\t" + line + "\t1\t0\t0\t10\t10\t" + confidence + ".5\t" + text
                + "\n";
    }
}
