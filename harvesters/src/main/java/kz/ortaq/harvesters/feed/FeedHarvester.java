package kz.ortaq.harvesters.feed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import kz.ortaq.config.Reason;
import kz.ortaq.config.Settings;
import kz.ortaq.harvesters.Harvester;
import kz.ortaq.harvesters.Reconciliation;
import kz.ortaq.harvesters.Seen;
import kz.ortaq.harvesters.net.Answer;
import kz.ortaq.harvesters.net.Budget;
import kz.ortaq.harvesters.net.Net;
import kz.ortaq.harvesters.net.NetException;
import kz.ortaq.records.Checkpoint;
import kz.ortaq.records.HarvestPage;
import kz.ortaq.records.Problem;
import kz.ortaq.records.RawRecord;
import kz.ortaq.records.Severity;
import kz.ortaq.records.Source;
import kz.ortaq.records.Stage;
import kz.ortaq.records.store.Stores;

/**
 * News, videos and books from a feed (RSS, Atom, JSON Feed) and from the export of a Telegram channel.
 *
 * <p>A feed shows its newest items only, so what falls off it is no deletion: its records stay. An export is complete:
 * messages that it no longer has are deleted, once the comparison with the store allows it.
 */
public final class FeedHarvester implements Harvester {

    private static final int PAGE = 200;
    private static final int MOST_PAGES = 1_000;

    private final Stores stores;
    private final Net net;
    private final Settings.Harvest limits;
    private final Clock clock;

    public FeedHarvester(Stores stores, Net net, Settings.Harvest limits, Clock clock) {
        this.stores = stores;
        this.net = net;
        this.limits = limits;
        this.clock = clock;
    }

    @Override
    public Ending harvest(Source source, Checkpoint checkpoint, Consumer<HarvestPage> sink)
            throws InterruptedException {
        Run run = new Run(source, checkpoint, sink);
        if (source.address().matches("(?i)https?:.*")) {
            return run.pages();
        }
        try {
            Optional<Path> file = FeedFiles.find(Path.of(source.address()));
            if (file.isPresent()) {
                return run.file(file.get());
            }
        } catch (IOException | InvalidPathException e) {
            return run.stop(Reason.FILE_UNREADABLE, source.address(), String.valueOf(e.getMessage()));
        }
        return run.stop(Reason.FOLDER_MISSING, "", source.address());
    }

    private final class Run {

        private final Source source;
        private final Checkpoint checkpoint;
        private final Consumer<HarvestPage> sink;
        private final FeedRecords records;
        private final FeedReader reader = new FeedReader(limits.recordCharacters());

        Run(Source source, Checkpoint checkpoint, Consumer<HarvestPage> sink) {
            this.source = source;
            this.checkpoint = checkpoint;
            this.sink = sink;
            this.records = new FeedRecords(source.id());
        }

        Ending pages() throws InterruptedException {
            Budget budget = new Budget(limits, clock);
            Set<String> visited = new HashSet<>();
            String address = source.address();
            while (!address.isEmpty()) {
                if (!visited.add(address)) {
                    return stop(Reason.FEED_CIRCLE, Severity.WARNING, shown(source.address()), shown(address));
                }
                if (visited.size() > MOST_PAGES || budget.spent()) {
                    return stop(
                            Reason.FEED_CUT,
                            Severity.WARNING,
                            shown(source.address()),
                            String.valueOf(visited.size() - 1));
                }
                Answer answer;
                try {
                    answer = net.get(address, any -> false);
                } catch (NetException e) {
                    sink.accept(HarvestPage.of(e.toProblem(Severity.ERROR, ""), checkpoint));
                    return Ending.STOPPED;
                }
                budget.spend(answer.body().length);
                if (answer.body().length == 0) {
                    return stop(Reason.ANSWER_EMPTY, answer.place(), "");
                }
                Optional<FeedPage> page = page(answer);
                if (page.isEmpty()) {
                    return notAFeed(answer.place(), answer.body());
                }
                send(page.get());
                if (answer.cut()) {
                    return Ending.STOPPED;
                }
                address = page.get().next();
            }
            return Ending.COMPLETE;
        }

        private Optional<FeedPage> page(Answer answer) {
            String base = answer.address().toString();
            return FeedFiles.looks(answer.body()) == FeedFiles.Looks.JSON
                    ? JsonFeed.read(answer.body(), base, answer.place())
                    : reader.read(answer.body(), answer.contentType(), base, answer.place());
        }

        Ending file(Path file) throws IOException, InterruptedException {
            FeedFiles.Looks looks = FeedFiles.looks(file);
            if (looks == FeedFiles.Looks.TELEGRAM) {
                return telegram(file);
            }
            if (Files.size(file) > limits.pageBytes()) {
                return stop(Reason.ANSWER_TOO_LARGE, file.toString(), String.valueOf(limits.pageBytes()));
            }
            byte[] bytes = Files.readAllBytes(file);
            Optional<FeedPage> page = looks == FeedFiles.Looks.JSON
                    ? JsonFeed.read(bytes, "", file.toString())
                    : reader.read(bytes, "", "", file.toString());
            if (page.isEmpty()) {
                return notAFeed(file.toString(), bytes);
            }
            send(page.get());
            return Ending.COMPLETE;
        }

        private Ending telegram(Path file) throws IOException, InterruptedException {
            Seen seen = new Seen();
            List<RawRecord> page = new ArrayList<>();
            TelegramFile.Outcome outcome = new TelegramFile(limits, stores.documents())
                    .read(file, source.id(), source.option("channel", ""), record -> {
                        seen.add(record.id().identifier());
                        page.add(record);
                        if (page.size() == PAGE) {
                            sink.accept(new HarvestPage(page, List.of(), List.of(), checkpoint));
                            page.clear();
                        }
                    });
            sink.accept(new HarvestPage(page, List.of(), outcome.problems(), checkpoint));
            if (!outcome.whole()) {
                return Ending.STOPPED;
            }
            return new Reconciliation(stores).finish(source, seen, identifier -> false, checkpoint, sink);
        }

        private void send(FeedPage page) {
            List<RawRecord> all = records.of(page.items());
            sink.accept(new HarvestPage(
                    all.subList(0, Math.min(PAGE, all.size())), page.rejected(), page.problems(), checkpoint));
            for (int from = PAGE; from < all.size(); from += PAGE) {
                sink.accept(new HarvestPage(
                        all.subList(from, Math.min(from + PAGE, all.size())), List.of(), List.of(), checkpoint));
            }
        }

        private static String shown(String address) {
            return address.replaceFirst("//[^/?#@]*@", "//");
        }

        private Ending notAFeed(String place, byte[] bytes) {
            return stop(Reason.NOT_A_FEED, place, FeedProbe.beginning(bytes));
        }

        Ending stop(Reason reason, String place, String value) {
            return stop(reason, Severity.ERROR, place, value);
        }

        private Ending stop(Reason reason, Severity severity, String place, String value) {
            Problem problem = new Problem(reason, severity, Stage.HARVEST, "", place, value);
            sink.accept(HarvestPage.of(problem, checkpoint));
            return Ending.STOPPED;
        }
    }
}
