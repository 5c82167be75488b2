package kz.ortaq.server.command;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kz.ortaq.engine.index.IndexedWork;
import kz.ortaq.engine.index.SearchIndex;
import kz.ortaq.engine.query.WorkSummary;
import kz.ortaq.records.CuratedList;
import kz.ortaq.records.ListText;
import kz.ortaq.records.Work;
import kz.ortaq.records.store.StoredRecord;
import kz.ortaq.server.catalogue.SearchParameters;
import kz.ortaq.server.catalogue.WorkFinding;

/**
 * Reads the works of a list from lines of text: what a work is found by (the id of a work, a record, an ISBN, a title),
 * and behind a semicolon or a tab a note. Nothing is guessed: a line that finds several works, or one that is called
 * otherwise, is said with all of them.
 */
final class ListReading {

    static final int MOST = 500;
    private static final int MOST_FAULTS = 50;
    private static final int LONGEST_TEXT = 2_000;
    private static final int LONGEST_QUOTED = 200;

    private final Ortaq ortaq;
    private final List<CuratedList.Entry> entries = new ArrayList<>();
    private final Set<String> works = new HashSet<>();
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
        if (Files.size(file) > ListText.LONGEST) {
            return new Read(
                    List.of(),
                    List.of(file + " is larger than " + ListText.LONGEST + " bytes; a list is lines of text"));
        }
        String text;
        try {
            text = Files.readString(file, StandardCharsets.UTF_8);
        } catch (CharacterCodingException e) {
            return new Read(List.of(), List.of(file + " is not in UTF-8; save it as text in UTF-8"));
        }
        ListReading reading = new ListReading(ortaq);
        Optional<SearchIndex> index = ortaq.indexes().openForReading();
        if (index.isEmpty()) {
            return new Read(List.of(), List.of("nothing was indexed yet; “ortaq harvest” does"));
        }
        try (SearchIndex open = index.get()) {
            WorkFinding finding = new WorkFinding(
                    open::search, new SearchParameters(ortaq.settings().search()));
            for (ListText.Line line : ListText.lines(text)) {
                if (reading.entries.size() == MOST) {
                    reading.faults.add("line " + line.number() + ": a list has " + MOST + " works at most");
                    break;
                }
                if (reading.faults.size() == MOST_FAULTS) {
                    reading.faults.add("line " + line.number() + " and what follows were not read");
                    break;
                }
                reading.read(line, finding);
            }
        }
        return new Read(List.copyOf(reading.entries), List.copyOf(reading.faults));
    }

    private void read(ListText.Line line, WorkFinding finding) throws Exception {
        Optional<Work> named = named(line.asked());
        if (named.isPresent()) {
            add(line, named.get().id(), named.get().record().title());
            return;
        }
        WorkFinding.Found found = finding.byWords(line.asked());
        if (found.fitting().size() == 1) {
            WorkSummary fitting = found.fitting().getFirst();
            add(line, fitting.id(), fitting.title());
            return;
        }
        String quoted = "line " + line.number() + ": “" + shortened(line.asked(), LONGEST_QUOTED) + "” ";
        if (found.hits().isEmpty()) {
            faults.add(quoted + "finds nothing");
            return;
        }
        StringBuilder fault = new StringBuilder(quoted)
                .append(
                        found.hits().size() == 1
                                ? "finds a work that is called otherwise; if it is meant, name it by its id:"
                                : "finds several works; name one by its id:");
        found.hits()
                .forEach(work -> fault.append(System.lineSeparator())
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

    /** The work that an id or a record names. */
    private Optional<Work> named(String asked) throws IOException, InterruptedException {
        String id =
                NamedRecord.find(ortaq.stores(), asked).map(StoredRecord::work).orElse(asked);
        Optional<String> now = ortaq.stores().works().leadsTo(id);
        return now.isEmpty()
                ? Optional.empty()
                : ortaq.builder().glance(now.get()).map(IndexedWork::work);
    }

    private void add(ListText.Line line, String work, String title) {
        if (!works.add(work)) {
            faults.add("line " + line.number() + ": “" + shortened(title, LONGEST_QUOTED) + "” stands above already");
            return;
        }
        entries.add(new CuratedList.Entry(work, shortened(title, LONGEST_TEXT), shortened(line.note(), LONGEST_TEXT)));
    }

    private static String shortened(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }
}
