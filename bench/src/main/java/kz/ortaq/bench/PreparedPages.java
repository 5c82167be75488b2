package kz.ortaq.bench;

import java.nio.charset.StandardCharsets;
import java.util.Random;

/**
 * Pages of oai_dc records in Kazakh and Russian, made beforehand: a page is a copy of one of a few, with its records'
 * numbers written over, so that a million records take no more memory than a few thousand. Thread-safe.
 */
final class PreparedPages {

    private static final int DIFFERENT = 8;
    private static final int DIGITS = 9;
    private static final int NUMBERS_OF_A_RECORD = 3;
    private static final String NUMBER = "#".repeat(DIGITS);
    private static final String[] WORDS = ("абай жолы қазақ тарихы мектеп оқулық дала көшпенділер домбыра әдебиет тіл"
                    + " өлке табиғат ғылым үлгі оқушы мұғалім кітапхана география қала аңыз батыр ертегі"
                    + " книга история школа учебник степь литература край озеро город песня экология математика")
            .split(" ");

    private final int size;
    private final byte[][] pages = new byte[DIFFERENT][];
    private final int[][] numbers = new int[DIFFERENT][];

    /** Makes pages of {@code size} records each. */
    PreparedPages(int size) {
        this.size = size;
        for (int page = 0; page < DIFFERENT; page++) {
            prepare(page);
        }
    }

    /** The page that starts with the record number {@code first}, of a list of {@code total} records. */
    byte[] page(int first, int total) {
        int which = first / size % DIFFERENT;
        byte[] tail = tail(first + size, total).getBytes(StandardCharsets.UTF_8);
        byte[] page = new byte[pages[which].length + tail.length];
        System.arraycopy(pages[which], 0, page, 0, pages[which].length);
        System.arraycopy(tail, 0, page, pages[which].length, tail.length);
        for (int i = 0; i < numbers[which].length; i++) {
            write(page, numbers[which][i], first + i / NUMBERS_OF_A_RECORD);
        }
        return page;
    }

    /** What stands before the answer to any request. */
    static String head(String verb) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.openarchives.org/OAI/2.0/ http://www.openarchives.org/OAI/2.0/OAI-PMH.xsd">
                <responseDate>2026-11-22T00:00:00Z</responseDate><request verb="%s">http://127.0.0.1/oai</request>
                """.formatted(verb);
    }

    private String tail(int next, int total) {
        String token = next < total ? Integer.toString(next) : "";
        return "<resumptionToken completeListSize=\"" + total + "\" cursor=\"" + (next - size) + "\">" + token
                + "</resumptionToken></ListRecords></OAI-PMH>";
    }

    private void prepare(int which) {
        Random random = new Random(which);
        StringBuilder text = new StringBuilder(head("ListRecords")).append("<ListRecords>\n");
        for (int record = 0; record < size; record++) {
            text.append(record(random));
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        pages[which] = bytes;
        numbers[which] = new int[size * NUMBERS_OF_A_RECORD];
        int found = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '#') {
                numbers[which][found++] = i;
                i += DIGITS - 1;
            }
        }
    }

    private static String record(Random random) {
        return """
                <record><header><identifier>oai:kitap.example.kz:%s</identifier><datestamp>2025-03-14T09:26:53Z</datestamp><setSpec>books</setSpec></header><metadata>
                <oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:dc="http://purl.org/dc/elements/1.1/">
                <dc:title>%s %s</dc:title><dc:creator>%s</dc:creator><dc:subject>%s</dc:subject><dc:subject>%s</dc:subject>
                <dc:description>%s</dc:description><dc:publisher>%s &amp; Co</dc:publisher><dc:date>%d</dc:date><dc:language>%s</dc:language>
                <dc:type>Кітап</dc:type><dc:identifier>https://kitap.example.kz/%s</dc:identifier></oai_dc:dc></metadata></record>
                """.formatted(
                        NUMBER,
                        words(random, 5),
                        NUMBER,
                        words(random, 2),
                        words(random, 2),
                        words(random, 1),
                        words(random, 25 + random.nextInt(20)),
                        words(random, 1),
                        1950 + random.nextInt(75),
                        random.nextBoolean() ? "kk" : "ru",
                        NUMBER);
    }

    private static String words(Random random, int count) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < count; i++) {
            words.append(i == 0 ? "" : " ").append(WORDS[random.nextInt(WORDS.length)]);
        }
        return words.toString();
    }

    private static void write(byte[] page, int at, int number) {
        int rest = number;
        for (int digit = DIGITS - 1; digit >= 0; digit--) {
            page[at + digit] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }
}
