package kz.ortaq.server.web;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.ortaq.config.Language;
import kz.ortaq.engine.index.IndexedWork;
import kz.ortaq.engine.run.Explaining;
import kz.ortaq.records.BibRecord;
import kz.ortaq.records.Edition;
import kz.ortaq.records.Holding;
import kz.ortaq.records.Library;
import kz.ortaq.records.Work;
import kz.ortaq.server.catalogue.Catalogue;
import kz.ortaq.server.catalogue.DocumentLinks;
import kz.ortaq.server.catalogue.ExplanationTexts;
import kz.ortaq.server.catalogue.Nearness;
import kz.ortaq.server.catalogue.Reader;
import org.jspecify.annotations.Nullable;

/** Prepares the page of a work. */
final class WorkPage {

    private static final int SECONDS = 300;
    private static final int LONGEST_TITLE = 500;
    private static final int LONGEST_CREATORS = 200;
    private static final int LONGEST_DESCRIPTION = 4_000;
    private static final int MOST_DESCRIPTIONS = 5;
    private static final int MOST_LISTS = 20;

    private final Catalogue catalogue;
    private final Frames frames;
    private final FrontPage messages;
    private final ExplanationTexts explanations = new ExplanationTexts();

    WorkPage(Catalogue catalogue, Frames frames, FrontPage messages) {
        this.catalogue = catalogue;
        this.frames = frames;
        this.messages = messages;
    }

    /**
     * @param note what the reader told and cannot be used, in words; empty where there is nothing
     * @param given the parameters of the address, which may name an edition whose copies are shown page by page
     */
    Page page(
            Language language,
            String id,
            Map<String, Library> libraries,
            Reader reader,
            String note,
            Map<String, List<String>> given)
            throws IOException, InterruptedException {
        Optional<IndexedWork> work = catalogue.work(id);
        if (work.isEmpty()) {
            return messages.missing(
                    language, "error.missing.heading", "error.missing.advice", other -> HitViews.address(other, id));
        }
        WorkView view = view(language, work.get(), libraries, reader, note, given);
        return new Page(200, "work.jte", view, reader.isKnown() ? 0 : SECONDS);
    }

    private WorkView view(
            Language language,
            IndexedWork indexed,
            Map<String, Library> libraries,
            Reader reader,
            String note,
            Map<String, List<String>> given) {
        String edition = given.getOrDefault(HoldingViews.EDITION, List.of("")).getFirst();
        String written = given.getOrDefault(HoldingViews.PAGE, List.of("")).getFirst();
        int page = written.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(written) : 1;
        Work work = indexed.work();
        BibRecord record = work.record();
        Words words = frames.words(language);
        Nearness near = catalogue.near(reader, libraries);
        WorkFacts facts = new WorkFacts(words, work);
        String title = Excerpt.shorten(record.title(), LONGEST_TITLE);
        boolean text = indexed.texts().stream().anyMatch(named -> named.text().characters() > 0);
        Optional<Edition> alone =
                work.editions().stream().filter(one -> one.id().equals(edition)).findFirst();
        HoldingViews holdings = new HoldingViews(words, libraries, near, catalogue.requests(), catalogue.holders(near));
        Frame frame = frames.frame(
                language,
                title,
                "",
                other -> alone.isPresent()
                        ? HoldingViews.address(other, work.id(), edition, page)
                        : HitViews.address(other, work.id()),
                alone.isEmpty(),
                JsonLd.of(work));
        return new WorkView(
                frame,
                new Line(title, titleLanguage(record, language), null),
                facts.otherTitles(),
                HitViews.facts(words, record.kind().code(), record.year(), facts.languages()),
                creators(record),
                read(indexed, words),
                descriptions(work, language),
                details(facts.details(text), work, words),
                new NearForms(words, libraries).form(near, HitViews.address(language, work.id()), note),
                alone.map(one -> List.of(holdings.page(work, one, page))).orElseGet(() -> holdings.editions(work)),
                records(work, language));
    }

    /** The details, and behind them the lists that libraries put the work on. */
    private List<WorkView.Fact> details(List<WorkView.Fact> told, Work work, Words words) {
        List<Line> lists = catalogue.lists().ofWork(work.id()).stream()
                .limit(MOST_LISTS)
                .map(list -> ListPage.line(list, words.language()))
                .toList();
        if (lists.isEmpty()) {
            return told;
        }
        List<WorkView.Fact> all = new ArrayList<>(told);
        all.add(new WorkView.Fact(words.of("work.lists"), lists));
        return all;
    }

    private static @Nullable String titleLanguage(BibRecord record, Language page) {
        BibRecord.Value title = record.titles().getFirst();
        return title.language().isEmpty() ? TextLanguage.of(record.languages(), page) : TextLanguage.of(title, page);
    }

    private static String creators(BibRecord record) {
        List<String> names = record.contributors().stream()
                .filter(contributor -> contributor.role().equals("creator"))
                .map(BibRecord.Contributor::name)
                .toList();
        return Excerpt.shorten(String.join("; ", names), LONGEST_CREATORS);
    }

    /** The first open copy, since it is what a reader came for: our own, which is there, before that of a link. */
    private static @Nullable Line read(IndexedWork indexed, Words words) {
        for (IndexedWork.NamedText named : indexed.texts()) {
            if (named.open()) {
                String address = DocumentLinks.address(indexed.work().id(), named.hash(), named.name());
                return new Line(words.of("work.read"), null, address);
            }
        }
        for (Edition edition : indexed.work().editions()) {
            for (Holding holding : edition.holdings()) {
                Optional<String> link = WebLinks.safe(holding.link());
                if (holding.access().equals("open") && link.isPresent()) {
                    return new Line(words.of("work.read"), null, link.get());
                }
            }
        }
        return null;
    }

    private static List<Line> descriptions(Work work, Language language) {
        List<Line> lines = new ArrayList<>();
        for (Edition edition : work.editions()) {
            for (BibRecord.Value value : edition.record().descriptions()) {
                Line line = new Line(
                        Excerpt.shorten(value.text(), LONGEST_DESCRIPTION), TextLanguage.of(value, language), null);
                if (lines.size() < MOST_DESCRIPTIONS && !lines.contains(line)) {
                    lines.add(line);
                }
            }
        }
        return lines;
    }

    /** The records of the work, each with why it stands there; of more than are explained, those are left out. */
    private List<String> records(Work work, Language language) {
        List<Explaining.Told> told = catalogue.records(work.id());
        return told.stream()
                .map(one -> ExplanationTexts.name(one.record())
                        + (told.size() == 1 ? "" : " — " + explanations.of(one, language)))
                .map(text -> Excerpt.shorten(text, LONGEST_TITLE))
                .toList();
    }
}
