package kz.ortaq.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import kz.ortaq.config.DataFolder;
import kz.ortaq.config.Language;
import kz.ortaq.records.Checkpoint;
import kz.ortaq.records.HarvestPage;
import kz.ortaq.records.Library;
import kz.ortaq.records.RawRecord;
import kz.ortaq.records.RecordId;
import kz.ortaq.records.RunStatus;
import kz.ortaq.records.Source;
import kz.ortaq.records.SourceKind;
import kz.ortaq.records.store.Lease;
import kz.ortaq.records.store.LeaseRefused;
import kz.ortaq.records.store.Stores;

/**
 * Real descriptions, mixed to as many books as there would be, each written by as many libraries as hold it (Zipf), in no
 * order. One seed makes the same records again.
 */
final class MadeRecords {

    static final String SOURCE = "generated";

    private static final String DC = "http://www.openarchives.org/OAI/2.0/oai_dc/";
    // With this exponent a million records are held 7,000 times at most, and two thirds of the books once.
    private static final double EXPONENT = 0.7;
    private static final double MOST_OF_A_MILLION = 7_000;
    private static final int PAGE = 1_000;

    private final long seed;
    private final int records;
    private final int mostWanted;
    private final List<Draft> base;

    /**
     * @param most how many libraries hold the book that most hold; 0 for as many as of a million records 7,000
     * @param base real descriptions to make books of; none are needed to say which book a record describes
     */
    MadeRecords(long seed, int records, int most, List<Draft> base) {
        this.seed = seed;
        this.records = records;
        this.mostWanted = most;
        this.base = base;
    }

    /** What they are called by the source that they are of. */
    static String identifier(int record) {
        return "r" + record;
    }

    /** Which book each record describes, in no order. */
    int[] books() {
        double most = mostWanted == 0 ? MOST_OF_A_MILLION * records / 1_000_000 : mostWanted;
        int[] books = new int[records];
        int filled = 0;
        for (int book = 0; filled < records; book++) {
            int holdings = (int) Math.max(1, most / Math.pow(book + 1, EXPONENT));
            for (int i = 0; i < holdings && filled < records; i++) {
                books[filled++] = book;
            }
        }
        Random random = new Random(seed);
        for (int i = records - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int kept = books[i];
            books[i] = books[other];
            books[other] = kept;
        }
        return books;
    }

    /** Stores the records in a data folder. */
    void store(Path folder) throws IOException, LeaseRefused {
        int[] books = books();
        try (Stores stores = Stores.open(DataFolder.open(folder), Clock.systemUTC())) {
            store(stores, books);
        }
    }

    private void store(Stores stores, int[] books) throws LeaseRefused {
        stores.registry().save(new Library(SOURCE, Map.of(Language.KK, "Жасанды"), "", "", ""));
        stores.registry()
                .save(new Source(
                        SOURCE, SOURCE, SourceKind.OAI, "https://example.org/oai", Map.of(), Source.State.ACTIVE));
        Lease lease = stores.runs().begin(SOURCE);
        List<RawRecord> page = new ArrayList<>();
        for (int i = 0; i < books.length; i++) {
            OtherHands hands = new OtherHands(new Random(seed + i));
            page.add(raw(identifier(i), hands.rewrite(book(books[i]))));
            if (page.size() == PAGE || i == books.length - 1) {
                stores.records().store(lease, new HarvestPage(page, List.of(), List.of(), Checkpoint.START));
                page.clear();
            }
        }
        stores.runs().end(lease, RunStatus.COMPLETE);
    }

    /** A book of its own: the words of two real titles, the people of a third, the imprint of a fourth. */
    private Draft book(int number) {
        Random random = new Random(seed * 31 + number);
        List<String> words = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            List<String> title = new ArrayList<>(List.of(one(random).title().split("\\s+")));
            Collections.shuffle(title, random);
            words.addAll(title.subList(0, Math.min(title.size(), 1 + random.nextInt(3))));
        }
        Draft imprint = one(random);
        return one(random)
                .withTitle(String.join(" ", words))
                .withImprint(1950 + random.nextInt(75), imprint.publisher())
                .withRest(ClusteringSets.isbn(number), imprint.language(), (50 + random.nextInt(400)) + " с.");
    }

    private Draft one(Random random) {
        return base.get(random.nextInt(base.size()));
    }

    private static RawRecord raw(String identifier, Draft draft) {
        StringBuilder xml = new StringBuilder("<oai_dc:dc xmlns:oai_dc='")
                .append(DC)
                .append("' xmlns:dc='http://purl.org/dc/elements/1.1/'>");
        element(xml, "title", draft.title());
        draft.authors().forEach(author -> element(xml, "creator", author));
        element(xml, "publisher", draft.publisher());
        element(xml, "date", draft.year() == 0 ? "" : String.valueOf(draft.year()));
        element(xml, "identifier", draft.isbn().isEmpty() ? "" : "ISBN " + draft.isbn());
        element(xml, "language", draft.language());
        element(xml, "format", draft.extent());
        xml.append("</oai_dc:dc>");
        return new RawRecord(
                new RecordId(SOURCE, identifier),
                false,
                DC,
                "2026-11-22",
                List.of(),
                "page 1",
                xml.toString(),
                List.of());
    }

    private static void element(StringBuilder xml, String name, String value) {
        if (!value.isBlank()) {
            String safe = value.replace("&", "&amp;").replace("<", "&lt;").replaceAll("\\p{Cntrl}", " ");
            xml.append("<dc:")
                    .append(name)
                    .append('>')
                    .append(safe)
                    .append("</dc:")
                    .append(name)
                    .append('>');
        }
    }
}
