package kz.ortaq.harvesters.feed;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.ortaq.config.Settings;
import kz.ortaq.harvesters.probe.FileProbe;
import kz.ortaq.harvesters.probe.Finding;
import kz.ortaq.records.HarvestPage;
import kz.ortaq.records.Problem;
import kz.ortaq.records.RawRecord;
import kz.ortaq.records.SourceKind;

/** Recognises files that are feeds, or exports of Telegram channels. */
public final class FeedProbe implements FileProbe {

    private static final int BEGINNING = 200;
    private static final String SOURCE = "probe";

    private final Settings.Harvest limits;

    public FeedProbe(Settings.Harvest limits) {
        this.limits = limits;
    }

    @Override
    public Optional<Finding> look(Path file, String name, int records) throws IOException {
        FeedFiles.Looks looks = FeedFiles.looks(file);
        if (looks == FeedFiles.Looks.TELEGRAM) {
            return telegram(file, records);
        }
        if (looks == FeedFiles.Looks.OTHER || Files.size(file) > limits.pageBytes()) {
            return Optional.empty();
        }
        byte[] bytes = Files.readAllBytes(file);
        Optional<FeedPage> page = looks == FeedFiles.Looks.JSON
                ? JsonFeed.read(bytes, "", name)
                : new FeedReader(limits.recordCharacters()).read(bytes, "", "", name);
        return page.map(feed -> finding(feed, records));
    }

    private static Finding finding(FeedPage feed, int records) {
        List<RawRecord> all = new FeedRecords(SOURCE).of(feed.items());
        List<Problem> problems = new ArrayList<>(feed.problems());
        feed.rejected().stream().map(HarvestPage.Rejected::problem).forEach(problems::add);
        return new Finding(
                SourceKind.FEED,
                feed.format(),
                feed.charset(),
                (long) feed.items().size() + feed.rejected().size(),
                feed.salvaged(),
                feed.rejected().size(),
                all.subList(0, Math.min(records, all.size())),
                problems);
    }

    private Optional<Finding> telegram(Path file, int records) throws IOException {
        List<RawRecord> first = new ArrayList<>();
        TelegramFile.Outcome outcome = new TelegramFile(limits, null).read(file, SOURCE, "", record -> {
            if (first.size() < records) {
                first.add(record);
            }
        });
        if (outcome.read() == 0 && outcome.problems().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Finding(SourceKind.FEED, "Telegram", "UTF-8", outcome.read(), 0, 0, first, outcome.problems()));
    }

    /** How bytes begin, for a person to see what they are. */
    static String beginning(byte[] bytes) {
        return new String(bytes, 0, Math.min(BEGINNING, bytes.length), StandardCharsets.UTF_8);
    }
}
