package kz.ortaq.harvesters.oai;

import io.gdcc.xoai.model.oaipmh.verbs.Verb;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.ortaq.config.MetadataFormats;
import kz.ortaq.config.Reason;
import kz.ortaq.config.Settings;
import kz.ortaq.harvesters.net.Answer;
import kz.ortaq.harvesters.net.Net;
import kz.ortaq.harvesters.net.NetException;
import kz.ortaq.harvesters.probe.Finding;
import kz.ortaq.records.Checkpoint;
import kz.ortaq.records.HarvestPage;
import kz.ortaq.records.Problem;
import kz.ortaq.records.RawRecord;
import kz.ortaq.records.Severity;
import kz.ortaq.records.SourceKind;
import kz.ortaq.records.Stage;

/** Looks whether an address is an OAI-PMH endpoint, and what a harvest of it would meet. Stores nothing. Thread-safe. */
public final class OaiProbe {

    private static final String SOURCE = "probe";
    private static final int MOST_PAGES = 2;

    private final Net net;
    private final Settings settings;
    private final Clock clock;
    private final FormatChoice formats;

    /** @param mapped the namespaces of which records can be mapped, as the crosswalk tables name them */
    public OaiProbe(Net net, Settings settings, Clock clock, List<String> mapped) {
        this.net = net;
        this.settings = settings;
        this.clock = clock;
        this.formats = new FormatChoice(new MetadataFormats(), mapped);
    }

    /**
     * Asks an address what it is, and for its first records in the format that a harvest would choose.
     *
     * @param records how many records are kept in the finding
     * @return empty when nobody there speaks OAI-PMH
     */
    public Optional<Finding> look(String address, int records) throws InterruptedException {
        Look look = new Look(new Endpoint(net, address), records);
        return look.introduced() ? Optional.of(look.finding()) : Optional.empty();
    }

    /** One look at one endpoint. */
    private final class Look {

        private final Endpoint endpoint;
        private final int wanted;
        private final PageReader reader =
                new PageReader(SOURCE, settings.harvest().recordCharacters());
        private final List<RawRecord> records = new ArrayList<>();
        private final List<Problem> problems = new ArrayList<>();
        private Shown shown = new Shown(Identity.UNSAID);
        private String charset = "";
        private long read;
        private long rejected;

        Look(Endpoint endpoint, int wanted) {
            this.endpoint = endpoint;
            this.wanted = wanted;
        }

        /** Whether this is an endpoint: it introduces itself, or gives records all the same. */
        boolean introduced() throws InterruptedException {
            try {
                shown = new Shown(endpoint.identity());
                problems.addAll(shown.atFirst(clock.instant()));
                return true;
            } catch (EndpointException e) {
                problems.add(
                        new Problem(Reason.IDENTIFY_FAILED, Severity.WARNING, Stage.HARVEST, "", "Identify", e.why()));
                boolean answers = e.net().isEmpty() || e.net().get().answer().isPresent();
                return answers && lists();
            }
        }

        private boolean lists() throws InterruptedException {
            try {
                Page page = reader.read(
                        "page 1", endpoint.list(Verb.Type.ListRecords, start(FormatChoice.DUBLIN_CORE), ""));
                boolean list = page.shape() == Page.Shape.LIST || page.shape() == Page.Shape.CUT;
                return list && (page.size() > 0 || !page.errors().isEmpty());
            } catch (NetException e) {
                return false;
            }
        }

        Finding finding() throws InterruptedException {
            FormatChoice.Choice choice = formats.choose(endpoint, reader, "");
            problems.addAll(choice.problems());
            Checkpoint at = start(choice.prefix());
            for (int pages = 0;
                    pages < MOST_PAGES && (pages == 0 || at.underWay()) && records.size() < wanted;
                    pages++) {
                Optional<String> token = page(at);
                at = token.map(at::after).orElse(start(choice.prefix()));
            }
            long salvaged = problems.stream()
                    .filter(problem -> problem.severity() == Severity.WARNING
                            && !problem.identifier().isEmpty())
                    .map(Problem::identifier)
                    .distinct()
                    .count();
            return new Finding(SourceKind.OAI, choice.prefix(), charset, read, salvaged, rejected, records, problems);
        }

        /** Reads one page; gives the token of the next. */
        private Optional<String> page(Checkpoint at) throws InterruptedException {
            Answer answer;
            try {
                answer = endpoint.list(Verb.Type.ListRecords, at, "");
            } catch (NetException e) {
                problems.add(e.toProblem(Severity.ERROR, ListRun.place(at)));
                return Optional.empty();
            }
            Page page = reader.read(ListRun.place(at), answer);
            charset = charset.isEmpty()
                    ? PageText.of(answer.body(), answer.contentType()).charset().name()
                    : charset;
            problems.addAll(page.problems());
            page.rejected().stream().map(HarvestPage.Rejected::problem).forEach(problems::add);
            problems.addAll(shown.by(page));
            for (OaiError error : page.errors()) {
                if (!error.is(OaiError.NO_RECORDS_MATCH)) {
                    problems.add(new Problem(
                            Reason.OAI_ERROR, Severity.ERROR, Stage.HARVEST, "", ListRun.place(at), error.toString()));
                }
            }
            if (Moments.ahead(page.responseDate(), clock.instant()) && !at.underWay()) {
                problems.add(new Problem(
                        Reason.CLOCK_AHEAD,
                        Severity.WARNING,
                        Stage.HARVEST,
                        "",
                        ListRun.place(at),
                        page.responseDate()));
            }
            read += page.records().size()
                    + page.rejected().stream()
                            .mapToInt(HarvestPage.Rejected::records)
                            .sum();
            rejected += page.rejected().stream()
                    .mapToInt(HarvestPage.Rejected::records)
                    .sum();
            page.records().stream().limit(Math.max(0, wanted - records.size())).forEach(records::add);
            return page.token().filter(token -> !token.equals(at.token()));
        }

        private static Checkpoint start(String prefix) {
            return new Checkpoint("", prefix, "", 0, "", "");
        }
    }
}
