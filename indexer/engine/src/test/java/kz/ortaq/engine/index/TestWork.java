package kz.ortaq.engine.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kz.ortaq.records.BibRecord;
import kz.ortaq.records.BibRecord.Value;
import kz.ortaq.records.Edition;
import kz.ortaq.records.FullText;
import kz.ortaq.records.Holding;
import kz.ortaq.records.RecordId;
import kz.ortaq.records.ResourceKind;
import kz.ortaq.records.Work;

/** A work that is put together word by word for a test. */
final class TestWork {

    private final String id;
    private final String title;
    private final List<String> contributors = new ArrayList<>();
    private final List<String> subjects = new ArrayList<>();
    private List<String> topics = List.of();
    private final List<String> languages = new ArrayList<>();
    private final List<FullText.Page> pages = new ArrayList<>();
    private List<String> libraries = List.of("semey");
    private String description = "";
    private String access = "open";
    private ResourceKind kind = ResourceKind.BOOK;
    private int year;

    TestWork(String id, String title) {
        this.id = id;
        this.title = title;
    }

    TestWork by(String contributor) {
        contributors.add(contributor);
        return this;
    }

    TestWork about(String subject) {
        subjects.add(subject);
        return this;
    }

    TestWork described(String text) {
        description = text;
        return this;
    }

    TestWork in(String language) {
        languages.add(language);
        return this;
    }

    TestWork of(ResourceKind is) {
        kind = is;
        return this;
    }

    TestWork onTopics(String... ids) {
        topics = List.of(ids);
        return this;
    }

    TestWork from(int published) {
        year = published;
        return this;
    }

    TestWork readable(String how) {
        access = how;
        return this;
    }

    TestWork at(String... held) {
        libraries = List.of(held);
        return this;
    }

    TestWork page(int number, String text) {
        pages.add(new FullText.Page(number, "text", 1, text, "page", ""));
        return this;
    }

    IndexedWork built() {
        BibRecord record = BibRecord.titled(values(Stream.of(title)))
                .contributors(contributors.stream()
                        .map(name -> new BibRecord.Contributor(name, "creator", "dc:creator"))
                        .toList())
                .subjects(values(subjects.stream()))
                .topics(topics)
                .descriptions(values(Stream.of(description).filter(text -> !text.isEmpty())))
                .languages(languages)
                .year(year)
                .kind(kind)
                .access(access)
                .build();
        Holding holding = new Holding(libraries.getFirst(), new RecordId("source", id), "", 0, "", access);
        List<IndexedWork.NamedText> texts = pages.isEmpty()
                ? List.of()
                : List.of(new IndexedWork.NamedText(
                        "Кітап/" + id + ".pdf",
                        "0a",
                        access.equals("open"),
                        new FullText("application/pdf", "kk", Map.of(), pages)));
        return new IndexedWork(
                new Work(id, List.of(new Edition("e-" + id, record, 1, List.of(holding), Map.of()))),
                texts,
                libraries,
                List.of("source"));
    }

    private static List<Value> values(Stream<String> texts) {
        return texts.map(text -> new Value(text, "", "dc")).toList();
    }
}
