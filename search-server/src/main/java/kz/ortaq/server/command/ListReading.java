package kz.ortaq.server.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kz.ortaq.engine.index.IndexedWork;
import kz.ortaq.engine.index.SearchIndex;
import kz.ortaq.engine.query.SearchResult;
import kz.ortaq.engine.query.WorkSummary;
import kz.ortaq.records.CuratedList;
import kz.ortaq.records.Work;
import kz.ortaq.records.store.StoredRecord;
import kz.ortaq.server.catalogue.SearchParameters;

/**
 * Reads the works of a list from lines of text: what a work is found by (the id of a work, a record, an ISBN, a title),
 * and behind a semicolon or a tab a note. Nothing is guessed: a line that finds several works is said with all of them.
 */
final class ListReading {

    static final int MOST = 500;
    private static final int LONGEST = 500_000;
    private static final int LONGEST_TEXT = 2_000;
    private static final int CANDIDATES = 5;
    private static final Pattern NOTE = Pattern.compile("\\s*[;\\t]\\s*");
    private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final Ortaq ortaq;
    private final List<CuratedList.Entry> entries = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();

    private ListReading(Ortaq ortaq) {
        this.ortaq = ortaq;
    }

    /** What a file holds: the works, and what is wrong with which line. */
    record Read(List<CuratedList.Entry> entries, List<String> faults) {}

    static Read of(Ortaq ortaq, Path file) throws Exception {
        if (!Files.isRegularFile(file)) {
            return new Read(List.of(), List.of("there is no file " + file));
        }
        if (Files.size(file) > LONGEST) {
            return new Read(
                    List.of(), List.of(file + " is larger than " + LONGEST + " bytes; a list is lines of text"));
        }
        List<String> lines;
        try (Stream<String> all = Files.lines(file, StandardCharsets.UTF_8)) {
            lines = all.toList();
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof MalformedInputException) {
                return new Read(List.of(), List.of(file + " is not in UTF-8; save it as text in UTF-8"));
            }
            throw e;
        }
        ListReading reading = new ListReading(ortaq);
        Optional<SearchIndex> index = ortaq.indexes().openForReading();
        if (index.isEmpty()) {
            return new Read(List.of(), List.of("nothing was indexed yet; “ortaq harvest” does"));
        }
        try (SearchIndex open = index.get()) {
            for (int number = 1; number <= lines.size(); number++) {
                String line = lines.get(number - 1).strip().replace("\uFEFF", "");
                if (!line.isEmpty() && !line.startsWith("#")) {
                    reading.read(number, line, open);
                }
            }
        }
        if (reading.entries.size() > MOST) {
            reading.faults.add("a list has " + MOST + " works at most, and this one " + reading.entries.size());
        }
        return new Read(List.copyOf(reading.entries), List.copyOf(reading.faults));
    }

    private void read(int number, String line, SearchIndex index) throws Exception {
        String[] parts = NOTE.split(line, 2);
        String asked = parts[0].strip();
        String note = parts.length > 1 ? shortened(parts[1].strip()) : "";
        Optional<Work> named = named(asked);
        if (named.isPresent()) {
            add(named.get().id(), named.get().record().title(), note);
            return;
        }
        List<WorkSummary> hits = search(asked, index);
        List<WorkSummary> fitting = hits.size() == 1
                ? hits
                : hits.stream().filter(work -> isCalled(work, asked)).toList();
        if (fitting.size() == 1) {
            add(fitting.getFirst().id(), fitting.getFirst().title(), note);
        } else if (hits.isEmpty()) {
            faults.add("line " + number + ": “" + asked + "” finds nothing");
        } else {
            StringBuilder fault =
                    new StringBuilder("line " + number + ": “" + asked + "” finds several works; name one by its id:");
            hits.forEach(work -> fault.append(System.lineSeparator())
                    .append("  ")
                    .append(work.id())
                    .append("  ")
                    .append(work.title())
                    .append(
                            work.contributors().isEmpty()
                                    ? ""
                                    : " / " + work.contributors().getFirst())
                    .append(work.year() == 0 ? "" : ", " + work.year()));
            faults.add(fault.toString());
        }
    }

    /** The work that an id or a record names. */
    private Optional<Work> named(String asked) throws IOException, InterruptedException {
        String id =
                NamedRecord.find(ortaq.stores(), asked).map(StoredRecord::work).orElse(asked);
        Optional<String> now = ortaq.stores().works().leadsTo(id);
        return now.isEmpty()
                ? Optional.empty()
                : ortaq.builder().glance(now.get()).map(IndexedWork::work);
    }

    private List<WorkSummary> search(String asked, SearchIndex index) throws IOException {
        Map<String, List<String>> given = Map.of("q", List.of(asked), "size", List.of(String.valueOf(CANDIDATES)));
        try {
            SearchResult result =
                    index.search(new SearchParameters(ortaq.settings().search()).read(given));
            return result.hits().stream().map(SearchResult.Hit::work).toList();
        } catch (SearchParameters.Wrong e) {
            return List.of();
        }
    }

    /** Whether that is the title of a work, or its author and title. */
    private static boolean isCalled(WorkSummary work, String asked) {
        String plain = plain(asked);
        return Stream.concat(Stream.of(work.title()), work.otherTitles().stream())
                .map(ListReading::plain)
                .anyMatch(title -> plain.equals(title)
                        || work.contributors().stream().anyMatch(name -> plain.equals(plain(name) + " " + title)));
    }

    private static String plain(String text) {
        return SIGNS.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }

    private void add(String work, String title, String note) {
        entries.add(new CuratedList.Entry(work, shortened(title), note));
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
    }
}
