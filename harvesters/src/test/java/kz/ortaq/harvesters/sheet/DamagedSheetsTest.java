package kz.ortaq.harvesters.sheet;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import kz.ortaq.harvesters.sheet.TestSheets.Books;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files with bytes changed at random: they may give less, and a reason, but never an exception. */
final class DamagedSheetsTest {

    private static final int TIMES = 400;
    private static final String INLINE = "<c r='%s2' t='inlineStr'><is><t>%s</t></is></c>";

    @TempDir
    private Path folder;

    @Test
    void survivesDamagedText() throws Exception {
        byte[] whole =
                ("sep=;\n№;Атауы;Авторы;Жылы\n1;\"Абай \"\"жолы\"\"\";М. Әуезов;1942\n\"2;Қыз\nЖібек;халық;1988\n"
                                + "5-сынып;;;\nБарлығы;;;2\n")
                        .getBytes(StandardCharsets.UTF_8);

        survives("a.csv", whole, "csv");
    }

    @Test
    void survivesADamagedPackage() throws Exception {
        Path file = TestSheets.xlsx(folder, sheet -> {
            TestSheets.row(sheet, 1, "Атауы", "Авторы", "Жылы");
            TestSheets.row(sheet, 2, "Алгебра", "А", 2001);
            TestSheets.merge(sheet, 2, 0, 3, 0);
        });

        survives("b.xlsx", Files.readAllBytes(file), "package");
    }

    @Test
    void survivesDamagedPartsOfAPackage() throws Exception {
        String sheet = "<worksheet><sheetData><row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' t='s'><v>1</v></c></row>"
                + "<row r='2'>" + INLINE.formatted("A", "Кітап") + "<c r='B2' s='1'><v>44440</v></c></row></sheetData>"
                + "<mergeCells><mergeCell ref='A2:B4'/></mergeCells></worksheet>";
        String strings = "<sst><si><t>Title</t></si><si><r><t>Да</t></r><r><t>та</t></r></si></sst>";
        String styles = "<styleSheet><numFmts><numFmt numFmtId='170' formatCode='dd.mm.yyyy'/></numFmts>"
                + "<cellXfs><xf/><xf numFmtId='170'/></cellXfs></styleSheet>";
        long seed = seed("parts");
        Random random = new Random(seed);

        for (int i = 0; i < TIMES; i++) {
            Map<String, String> parts = new LinkedHashMap<>(TestSheets.parts(
                    damaged(sheet, random), random.nextInt(4) > 0 ? strings : damaged(strings, random)));
            parts.put("xl/styles.xml", random.nextInt(4) > 0 ? styles : damaged(styles, random));
            Path file = TestSheets.packed(folder.resolve("c.xlsx"), parts);

            reads(file, seed, i);
        }
    }

    private void survives(String name, byte[] whole, String what) throws Exception {
        long seed = seed(what);
        Random random = new Random(seed);
        for (int i = 0; i < TIMES; i++) {
            byte[] bytes = whole.clone();
            for (int change = random.nextInt(8); change >= 0; change--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            reads(Files.write(folder.resolve(name), bytes), seed, i);
        }
    }

    private static void reads(Path file, long seed, int time) {
        Books books = new Books();
        String name = file.getFileName().toString();

        boolean told = assertDoesNotThrow(
                () -> Sheets.read(file, name, "", TestSheets.LONGEST, books).isEmpty()
                        || !books.books.isEmpty()
                        || !books.rejected.isEmpty()
                        || !books.problems.isEmpty(),
                () -> "seed " + seed + ", time " + time);

        assertTrue(told || books.read.recognised() == 0, () -> "silent at seed " + seed + ", time " + time);
    }

    private static String damaged(String text, Random random) {
        StringBuilder damaged = new StringBuilder(text);
        for (int change = random.nextInt(4); change >= 0; change--) {
            int at = random.nextInt(damaged.length());
            switch (random.nextInt(3)) {
                case 0 -> damaged.deleteCharAt(at);
                case 1 -> damaged.setCharAt(at, "0123456789<>&'/ABЯ- ".charAt(random.nextInt(20)));
                default -> damaged.insert(at, random.nextInt(1_000_000_000));
            }
        }
        return damaged.toString();
    }

    private static long seed(String what) {
        long seed = System.nanoTime();
        System.out.println("damaged " + what + ": seed " + seed);
        return seed;
    }
}
