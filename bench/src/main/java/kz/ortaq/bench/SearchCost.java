package kz.ortaq.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kz.ortaq.config.Settings;
import kz.ortaq.engine.index.IndexedWork;
import kz.ortaq.engine.index.SearchIndex;
import kz.ortaq.engine.query.SearchBox;
import kz.ortaq.records.FullText;
import kz.ortaq.server.evaluation.Passages;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SlowCodecReaderWrapper;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.QueryBuilder;

/** What our index costs beside one field of Lucene's StandardAnalyzer with the same texts: bytes, and time of a search. */
final class SearchCost {

    private static final Settings.Index SETTINGS = new Settings.Index(256, 500, 3_600);
    private static final Settings.Search LIMITS = new Settings.Search(10_000, 100, 600_000);
    private static final Set<String> STORED_TEXT = Set.of("fdt", "fdx", "fdm");
    private static final int FOUND = 100;
    private static final int WARM_UPS = 5;
    private static final int ROUNDS = 5;

    private final Passages passages;
    private final List<String> queries;

    SearchCost(Passages passages, List<String> queries) {
        this.passages = passages;
        this.queries = List.copyOf(queries);
    }

    /**
     * Figures of one run.
     *
     * @param sizeRatio bytes of ours by bytes of theirs, merged to one segment, stored texts left out
     * @param ours microseconds of the median search; {@code theirs} of the single field, by turns
     * @param first the same of an index that was just opened and remembers no question
     */
    record Figures(double sizeRatio, double ours, double theirs, double first) {}

    Figures measure() throws Exception {
        Path folder = Files.createTempDirectory("ortaq-cost");
        try {
            Path ours = Files.createDirectory(folder.resolve("ours"));
            Path theirs = Files.createDirectory(folder.resolve("theirs"));
            try (SearchIndex index = SearchIndex.open(ours, SETTINGS, LIMITS)) {
                for (IndexedWork work : passages.works()) {
                    index.put(work);
                }
                index.commit();
            }
            try (Directory directory = FSDirectory.open(theirs);
                    IndexWriter writer = new IndexWriter(directory, config())) {
                for (IndexedWork work : passages.works()) {
                    writer.addDocument(document(work));
                }
            }
            double ratio = (double) merged(ours) / merged(theirs);
            return time(ours, theirs, ratio);
        } finally {
            Folders.delete(folder);
        }
    }

    private Figures time(Path ours, Path theirs, double ratio) throws IOException {
        SearchBox box = new SearchBox(10_000);
        Optional<SearchIndex> opened = SearchIndex.openForReading(ours, LIMITS);
        try (SearchIndex index = opened.orElseThrow();
                Directory directory = FSDirectory.open(theirs);
                DirectoryReader reader = DirectoryReader.open(directory)) {
            IndexSearcher searcher = new IndexSearcher(reader);
            QueryBuilder builder = new QueryBuilder(new StandardAnalyzer());
            List<Long> our = new ArrayList<>();
            List<Long> their = new ArrayList<>();
            for (int round = 0; round < WARM_UPS + ROUNDS; round++) {
                for (String query : queries) {
                    long start = System.nanoTime();
                    index.ranked(box.parse(query), FOUND);
                    long between = System.nanoTime();
                    searcher.search(
                            builder.createBooleanQuery("text", query), new TopScoreDocCollectorManager(FOUND, FOUND));
                    long end = System.nanoTime();
                    if (round >= WARM_UPS) {
                        our.add(between - start);
                        their.add(end - between);
                    }
                }
            }
            return new Figures(ratio, median(our), median(their), median(first(ours)));
        }
    }

    /** Asks each question once of an index that was just opened, several times over; the machine is warm by then. */
    private List<Long> first(Path ours) throws IOException {
        SearchBox box = new SearchBox(10_000);
        List<Long> times = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            try (SearchIndex index = SearchIndex.openForReading(ours, LIMITS).orElseThrow()) {
                for (String query : queries) {
                    long start = System.nanoTime();
                    index.ranked(box.parse(query), FOUND);
                    times.add(System.nanoTime() - start);
                }
            }
        }
        return times;
    }

    private static double median(List<Long> nanoseconds) {
        long[] sorted = nanoseconds.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2] / 1e3;
    }

    private static Document document(IndexedWork work) {
        Document document = new Document();
        document.add(new TextField("text", work.work().record().title(), Field.Store.NO));
        for (FullText.Page page : work.texts().getFirst().text().pages()) {
            document.add(new TextField("text", page.text(), Field.Store.NO));
        }
        return document;
    }

    /** Bytes of an index that is written anew as one segment, each kind of data in a file of its own. */
    private static long merged(Path folder) throws IOException {
        long bytes = 0;
        try (Directory source = FSDirectory.open(folder);
                DirectoryReader reader = DirectoryReader.open(source);
                Directory directory = FSDirectory.open(folder.resolveSibling(folder.getFileName() + "-merged"))) {
            try (IndexWriter writer = new IndexWriter(directory, config())) {
                List<CodecReader> leaves = new ArrayList<>();
                for (LeafReaderContext leaf : reader.leaves()) {
                    leaves.add(SlowCodecReaderWrapper.wrap(leaf.reader()));
                }
                writer.addIndexes(leaves.toArray(CodecReader[]::new));
                writer.forceMerge(1);
            }
            for (String file : directory.listAll()) {
                String kind = file.substring(file.lastIndexOf('.') + 1);
                bytes += STORED_TEXT.contains(kind) ? 0 : directory.fileLength(file);
            }
        }
        return bytes;
    }

    private static IndexWriterConfig config() {
        TieredMergePolicy apart = new TieredMergePolicy();
        apart.setNoCFSRatio(0);
        IndexWriterConfig config = new IndexWriterConfig(new StandardAnalyzer());
        config.setUseCompoundFile(false);
        config.setMergePolicy(apart);
        config.setRAMBufferSizeMB(256);
        return config;
    }
}
