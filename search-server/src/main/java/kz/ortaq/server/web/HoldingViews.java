package kz.ortaq.server.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kz.ortaq.analysis.KazakhCollation;
import kz.ortaq.engine.query.Facet;
import kz.ortaq.records.BibRecord;
import kz.ortaq.records.Edition;
import kz.ortaq.records.Holding;
import kz.ortaq.records.Library;
import kz.ortaq.records.Work;
import kz.ortaq.server.catalogue.Nearness;
import kz.ortaq.server.catalogue.RequestLinks;
import org.jspecify.annotations.Nullable;

/** Prepares the editions of a work with the libraries that hold them. */
final class HoldingViews {

    // A textbook stands in every school; more copies than this help nobody to choose.
    private static final int MOST_HOLDINGS = 100;
    private static final int MOST_EDITIONS = 30;
    private static final int LONGEST = 200;

    private final Words words;
    private final Map<String, Library> libraries;
    private final Nearness near;
    private final RequestLinks requests;

    HoldingViews(Words words, Map<String, Library> libraries, Nearness near, RequestLinks requests) {
        this.words = words;
        this.libraries = libraries;
        this.near = near;
        this.requests = requests;
    }

    List<WorkView.EditionView> editions(Work work) {
        List<WorkView.EditionView> views = new ArrayList<>();
        int room = MOST_HOLDINGS;
        boolean several = work.editions().size() > 1;
        for (Edition edition :
                work.editions().subList(0, Math.min(work.editions().size(), MOST_EDITIONS))) {
            int shown = Math.min(edition.holdings().size(), room);
            int hidden = edition.holdings().size() - shown;
            room -= shown;
            views.add(new WorkView.EditionView(
                    several ? name(edition.record()) : "",
                    edition.holdings().stream()
                            .sorted(nearestFirst())
                            .limit(shown)
                            .map(holding -> holding(holding, edition.record()))
                            .toList(),
                    hidden == 0 ? "" : words.of("work.more", words.number(hidden))));
        }
        return views;
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
