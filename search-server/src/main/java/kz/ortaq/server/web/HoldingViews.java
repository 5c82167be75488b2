package kz.ortaq.server.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import kz.ortaq.analysis.KazakhCollation;
import kz.ortaq.config.Language;
import kz.ortaq.engine.query.Facet;
import kz.ortaq.records.BibRecord;
import kz.ortaq.records.Edition;
import kz.ortaq.records.Holding;
import kz.ortaq.records.Library;
import kz.ortaq.records.Work;
import kz.ortaq.server.catalogue.Holders;
import kz.ortaq.server.catalogue.Nearness;
import kz.ortaq.server.catalogue.RequestLinks;
import org.jspecify.annotations.Nullable;

/** Prepares the editions of a work with the libraries that hold them. */
final class HoldingViews {

    /** The parameter that names the edition whose copies are shown page by page, and the one that numbers the page. */
    static final String EDITION = "edition";

    static final String PAGE = "page";

    private static final ResultsView.Pager NONE = new ResultsView.Pager(null, null, null, "");
    private static final int MOST_EDITIONS = 30;
    private static final int LONGEST = 200;

    private final Words words;
    private final Map<String, Library> libraries;
    private final Nearness near;
    private final RequestLinks requests;
    private final Holders holders;

    HoldingViews(Words words, Map<String, Library> libraries, Nearness near, RequestLinks requests, Holders holders) {
        this.words = words;
        this.libraries = libraries;
        this.near = near;
        this.requests = requests;
        this.holders = holders;
    }

    /** The editions with the nearest copies of each, as long as there is room on the page. */
    List<WorkView.EditionView> editions(Work work) {
        Map<String, List<Holding>> first = holders.first(work);
        boolean several = work.editions().size() > 1;
        return work.editions().stream()
                .limit(MOST_EDITIONS)
                .map(edition -> {
                    List<Holding> shown = first.getOrDefault(edition.id(), List.of());
                    int hidden = edition.held() - shown.size();
                    return new WorkView.EditionView(
                            several ? name(edition.record()) : "",
                            views(shown, edition),
                            hidden <= 0
                                    ? null
                                    : new Line(
                                            words.of("work.more", words.number(hidden)),
                                            null,
                                            address(words.language(), work.id(), edition.id(), 1)),
                            NONE);
                })
                .toList();
    }

    /** One edition with one page of its copies. */
    WorkView.EditionView page(Work work, Edition edition, int wanted) {
        int pages = Math.max(1, (edition.held() + Holders.SHOWN - 1) / Holders.SHOWN);
        int page = Math.clamp(wanted, 1, pages);
        List<Holding> shown = holders.page(work, edition, (page - 1) * Holders.SHOWN, Holders.SHOWN);
        IntFunction<String> at = number -> address(words.language(), work.id(), edition.id(), number);
        return new WorkView.EditionView(
                name(edition.record()),
                views(shown, edition),
                null,
                new ResultsView.Pager(
                        page > 1 ? null : HitViews.address(words.language(), work.id()),
                        page > 1 ? at.apply(page - 1) : null,
                        page < pages ? at.apply(page + 1) : null,
                        words.of("pager.where", words.number(page), words.number(pages))));
    }

    /** Where one page of the copies of an edition stands. */
    static String address(Language language, String work, String edition, int page) {
        return HitViews.address(language, work) + "?" + EDITION + "="
                + URLEncoder.encode(edition, StandardCharsets.UTF_8) + "&" + PAGE + "=" + page;
    }

    private List<WorkView.HoldingView> views(List<Holding> holdings, Edition edition) {
        return holdings.stream()
                .sorted(nearestFirst())
                .map(holding -> holding(holding, edition.record()))
                .toList();
    }

    private Comparator<Holding> nearestFirst() {
        return Comparator.comparing((Holding holding) -> near.of(holding.library()))
                .thenComparing(holding -> name(holding.library()), new KazakhCollation());
    }

    private String name(String id) {
        Library library = libraries.get(id);
        return library == null ? id : library.name(words.language());
    }

    /** What tells one edition from another: its title, publisher, date and extent. */
    private static String name(BibRecord record) {
        List<String> parts = Stream.of(
                        record.titles(), record.editions(), record.publishers(), record.dates(), record.extents())
                .flatMap(values -> values.stream().limit(1))
                .map(BibRecord.Value::text)
                .toList();
        return Excerpt.shorten(String.join(" · ", parts), LONGEST);
    }

    private WorkView.HoldingView holding(Holding holding, BibRecord record) {
        Library library = libraries.get(holding.library());
        boolean open = holding.access().equals("open");
        return new WorkView.HoldingView(
                name(holding.library()),
                library == null ? null : LibraryPage.address(words.language(), library.id()),
                library == null ? "" : LibraryPage.place(library, words),
                distance(near.of(holding.library())),
                Excerpt.shorten(holding.callNumber(), LONGEST),
                holding.copies() == 0 ? "" : words.number(holding.copies()),
                holding.access().isEmpty() ? "" : words.value(Facet.ACCESS, holding.access()),
                open,
                link(holding, open),
                requests.of(holding, record)
                        .map(address ->
                                new Line(words.of("work.request") + " — " + WebLinks.host(address), null, address))
                        .orElse(null));
    }

    private String distance(Nearness.Distance distance) {
        return switch (distance) {
            case OWN -> words.of("near.own");
            case DISTRICT -> words.of("near.district");
            case REGION -> words.of("near.region");
            case SYSTEM -> words.of("near.system");
            case ELSEWHERE -> "";
        };
    }

    private @Nullable Line link(Holding holding, boolean open) {
        return WebLinks.safe(holding.link())
                .map(address -> new Line(
                        words.of(open ? "work.read" : "work.open") + " — " + WebLinks.host(address), null, address))
                .orElse(null);
    }
}
