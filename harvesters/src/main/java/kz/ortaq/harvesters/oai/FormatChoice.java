package kz.ortaq.harvesters.oai;

import io.gdcc.xoai.model.oaipmh.verbs.Verb;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import kz.ortaq.config.MetadataFormats;
import kz.ortaq.config.Reason;
import kz.ortaq.harvesters.net.NetException;
import kz.ortaq.records.Checkpoint;
import kz.ortaq.records.Problem;
import kz.ortaq.records.Severity;
import kz.ortaq.records.Stage;

/** Chooses the richest format that an endpoint offers, truly gives, and that can be mapped. */
final class FormatChoice {

    /** What every endpoint has to offer (OAI-PMH 2.0, 2.5). */
    static final String DUBLIN_CORE = "oai_dc";

    private final MetadataFormats formats;
    private final List<String> mapped;

    /** @param mapped the namespaces of which records can be mapped */
    FormatChoice(MetadataFormats formats, List<String> mapped) {
        this.formats = formats;
        this.mapped = List.copyOf(mapped);
    }

    /**
     * What was chosen.
     *
     * @param problems of the formats that were announced but not given
     * @param tried the first page in the chosen format, where it was asked for to see
     */
    record Choice(String prefix, List<Problem> problems, Optional<Page> tried) {}

    /** The prefixes that come into question, the richest first; Dublin Core where an endpoint names none of them. */
    List<String> candidates(List<Offered> offered) {
        record Ranked(int rank, String prefix) {}
        List<Ranked> ranked = new ArrayList<>();
        for (Offered one : offered) {
            formats.find(one.prefix(), one.namespace(), one.schema())
                    .filter(format -> format.namespaces().stream().anyMatch(mapped::contains))
                    .map(formats.richestFirst()::indexOf)
                    .ifPresent(rank -> ranked.add(new Ranked(rank, one.prefix())));
        }
        List<String> prefixes = ranked.stream()
                .sorted(Comparator.comparingInt(Ranked::rank))
                .map(Ranked::prefix)
                .distinct()
                .toList();
        if (!prefixes.isEmpty()) {
            return prefixes;
        }
        boolean dublinCore = offered.isEmpty()
                || offered.stream().anyMatch(one -> one.prefix().equals(DUBLIN_CORE));
        return List.of(dublinCore ? DUBLIN_CORE : offered.getFirst().prefix());
    }

    /** The first of the candidates in which the endpoint gives a record; the first of all where none does. */
    Choice choose(Endpoint endpoint, PageReader reader, String set) throws InterruptedException {
        List<String> candidates = candidates(endpoint.formats());
        if (candidates.size() == 1) {
            return new Choice(candidates.getFirst(), List.of(), Optional.empty());
        }
        List<Problem> problems = new ArrayList<>();
        for (String prefix : candidates) {
            String why;
            try {
                Checkpoint start = new Checkpoint("", prefix, "", 0, "", "");
                Page page = reader.read("page 1", endpoint.list(Verb.Type.ListRecords, start, set));
                if (!page.records().isEmpty()) {
                    return new Choice(prefix, problems, Optional.of(page));
                }
                why = page.why();
            } catch (NetException e) {
                if (e.answer().isEmpty()) {
                    break; // nobody there: the harvest itself will say so
                }
                why = e.value();
            }
            problems.add(new Problem(Reason.FORMAT_NOT_GIVEN, Severity.WARNING, Stage.HARVEST, "", prefix, why));
        }
        // None gives anything: the repository is empty, or out of order, and no format is to blame.
        return new Choice(candidates.getFirst(), List.of(), Optional.empty());
    }
}
