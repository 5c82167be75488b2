package kz.ortaq.bench;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Pages of oai_dc records in Kazakh and Russian, made beforehand: a page is a copy of one of a few, with its records'
 * numbers written over, so that a million records take no more memory than a few thousand. Thread-safe.
 */
final class PreparedPages {

    private static final int DIFFERENT = 8;
    private static final int DIGITS = 9;
    private static final int NUMBERS_OF_A_RECORD = 3;
    private static final String NUMBER = "#".repeat(DIGITS);
    private static final String STAMP = "@@@@-@@-@@T@@:@@:@@Z";
    private static final long FIRST_SECOND =
            Instant.parse("2015-01-01T00:00:00Z").getEpochSecond();
    private static final int SECONDS_BETWEEN = 60;
    private static final String[] WORDS = ("абай жолы қазақ тарихы мектеп оқулық дала көшпенділер домбыра әдебиет тіл"
                    + " өлке табиғат ғылым үлгі оқушы мұғалім кітапхана география қала аңыз батыр ертегі"
                    + " книга история школа учебник степь литература край озеро город песня экология математика")
            .split(" ");

    private final int size;
    private final byte[][] pages = new byte[DIFFERENT][];
    private final int[][] numbers = new int[DIFFERENT][];
    private final int[][] stamps = new int[DIFFERENT][];
    private final int[][] ends = new int[DIFFERENT][];

    /** Makes pages of {@code size} records each. */
    PreparedPages(int size) {
        this.size = size;
        for (int page = 0; page < DIFFERENT; page++) {
            prepare(page);
        }
    }

    /**
     * A page of the list of records {@code from} to {@code to}, which is the end and not in it.
     *
     * @param first the number of its first record
     */
    byte[] page(int first, int from, int to) {
        int which = first / size % DIFFERENT;
        int records = Math.min(size, to - first);
        byte[] tail = tail(first, from, to).getBytes(StandardCharsets.UTF_8);
        int end = ends[which][records - 1];
        byte[] page = Arrays.copyOf(pages[which], end + tail.length);
        System.arraycopy(tail, 0, page, end, tail.length);
        for (int record = 0; record < records; record++) {
            for (int i = 0; i < NUMBERS_OF_A_RECORD; i++) {
                write(page, numbers[which][record * NUMBERS_OF_A_RECORD + i], first + record);
            }
            byte[] stamp = stamp(first + record).getBytes(StandardCharsets.UTF_8);
            System.arraycopy(stamp, 0, page, stamps[which][record], stamp.length);
        }
        return page;
    }

    /** The number of the first record of at least this moment; one is stamped every minute. */
    static int numberAt(Instant moment) {
        long number = Math.ceilDiv(moment.getEpochSecond() - FIRST_SECOND, SECONDS_BETWEEN);
        return Math.toIntExact(Math.clamp(number, 0, Integer.MAX_VALUE));
    }

    /** When a record was changed, as it is written. */
    static String stamp(int number) {
        return Instant.ofEpochSecond(FIRST_SECOND + (long) number * SECONDS_BETWEEN)
                .toString();
    }

    /** What stands before the answer to any request. */
    static String head(String verb) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.openarchives.org/OAI/2.0/ http://www.openarchives.org/OAI/2.0/OAI-PMH.xsd">
                <responseDate>2026-11-22T00:00:00Z</responseDate><request verb="%s">http://127.0.0.1/oai</request>
                """.formatted(verb);
    }

    private String tail(int first, int from, int to) {
        String token = first + size < to ? (first + size) + "." + from + "." + to : "";
        return "<resumptionToken completeListSize=\"" + (to - from) + "\" cursor=\"" + (first - from) + "\">" + token
                + "</resumptionToken></ListRecords></OAI-PMH>";
    }

    private void prepare(int which) {
        Random random = new Random(which);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes((head("ListRecords") + "<ListRecords>\n").getBytes(StandardCharsets.UTF_8));
        ends[which] = new int[size];
        for (int record = 0; record < size; record++) {
            bytes.writeBytes(record(random).getBytes(StandardCharsets.UTF_8));
            ends[which][record] = bytes.size();
        }
        pages[which] = bytes.toByteArray();
        numbers[which] = places(pages[which], '#', DIGITS);
        stamps[which] = places(pages[which], '@', STAMP.length());
    }

    /** Where something of {@code length} bytes that begins with {@code mark} stands. */
    private static int[] places(byte[] page, char mark, int length) {
        IntStream.Builder places = IntStream.builder();
        for (int i = 0; i < page.length; i++) {
            if (page[i] == mark) {
                places.add(i);
                i += length - 1;
            }
        }
        return places.build().toArray();
    }

    private static String record(Random random) {
        return """
                <record><header><identifier>oai:kitap.example.kz:%s</identifier><datestamp>%s</datestamp><setSpec>books</setSpec></header><metadata>
                <oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:dc="http://purl.org/dc/elements/1.1/">
                <dc:title>%s %s</dc:title><dc:creator>%s</dc:creator><dc:subject>%s</dc:subject><dc:subject>%s</dc:subject>
                <dc:description>%s</dc:description><dc:publisher>%s &amp; Co</dc:publisher><dc:date>%d</dc:date><dc:language>%s</dc:language>
                <dc:type>Кітап</dc:type><dc:identifier>https://kitap.example.kz/%s</dc:identifier></oai_dc:dc></metadata></record>
                """.formatted(
                        NUMBER,
                        STAMP,
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
