package kz.ortaq.harvesters.feed;

import com.rometools.rome.io.FeedException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.ortaq.config.Reason;
import kz.ortaq.harvesters.net.BodyText;
import kz.ortaq.records.HarvestPage;
import kz.ortaq.records.Problem;
import kz.ortaq.records.Severity;
import kz.ortaq.records.Stage;

/** Reads RSS and Atom item by item, so that a bad item costs itself and nothing else. */
final class FeedReader {

    private static final int MOST_MENDED = 20;

    private final int longestRecord;

    /** @param longestRecord the longest item that is taken, in characters */
    FeedReader(int longestRecord) {
        this.longestRecord = longestRecord;
    }

    /**
     * The items of a feed; empty where the bytes are none.
     *
     * @param contentType as sent; empty for a file
     * @param base the address it came from; empty for a file
     * @param place the feed, for people
     */
    Optional<FeedPage> read(byte[] bytes, String contentType, String base, String place) {
        BodyText body = BodyText.of(bytes, contentType);
        return FeedScan.of(body.text()).map(scan -> new Reading(scan, base, place).read(body));
    }

    private final class Reading {

        private final FeedScan scan;
        private final FeedXml xml;
        private final String base;
        private final String place;
        private final List<FeedPage.Item> items = new ArrayList<>();
        private final List<HarvestPage.Rejected> rejected = new ArrayList<>();
        private final Map<String, String> mended = new LinkedHashMap<>();
        private int salvaged;

        Reading(FeedScan scan, String base, String place) {
            this.scan = scan;
            this.xml = new FeedXml(scan, base);
            this.base = base;
            this.place = place;
        }

        FeedPage read(BodyText body) {
            if (!body.mended().isEmpty()) {
                mended.put(body.mended(), place);
            }
            if (!scan.before().isEmpty()) {
                mended.put(scan.before(), place);
            }
            FeedHead head = head();
            int number = 0;
            for (FeedScan.Item item : scan.items()) {
                number++;
                read(head, item, place + " (" + number + ")");
            }
            List<Problem> problems = new ArrayList<>();
            if (!scan.broken().isEmpty()) {
                reject(Reason.PAGE_TRUNCATED, place + " (" + (number + 1) + ")", String.valueOf(number), scan.broken());
            } else if (!scan.ended()) {
                problems.add(problem(Reason.PAGE_TRUNCATED, Severity.WARNING, place, String.valueOf(number)));
            }
            mended.entrySet().stream()
                    .limit(MOST_MENDED)
                    .map(entry -> problem(Reason.FEED_MENDED, Severity.WARNING, entry.getValue(), entry.getKey()))
                    .forEach(problems::add);
            String format = switch (scan.dialect()) {
                case RSS -> "RSS";
                case RDF -> "RSS 1.0";
                case ATOM, ENTRY -> "Atom";
            };
            return new FeedPage(format, body.charset().name(), items, rejected, problems, head.next(), salvaged);
        }

        private FeedHead head() {
            if (scan.dialect() == FeedScan.Dialect.ENTRY) {
                return FeedHead.unknown(base);
            }
            try {
                FeedXml.Parsed parsed = xml.head();
                parsed.mended().forEach(what -> mended.putIfAbsent(what, place));
                return FeedHead.of(parsed.document(), base);
            } catch (FeedXml.Broken e) {
                mended.putIfAbsent(String.valueOf(e.getMessage()), place);
                return FeedHead.unknown(base);
            }
        }

        private void read(FeedHead head, FeedScan.Item item, String where) {
            if (item.xml().length() > longestRecord) {
                reject(Reason.RECORD_TOO_LARGE, where, String.valueOf(longestRecord), item.xml());
                return;
            }
            try {
                FeedXml.Parsed parsed = xml.item(item.xml());
                FeedItem.Read read = FeedItem.read(head, parsed.document());
                if (!parsed.mended().isEmpty()) {
                    salvaged++;
                    parsed.mended().forEach(what -> mended.putIfAbsent(what, where));
                }
                if (!read.navigation()) {
                    items.add(new FeedPage.Item(
                            read.guid(), read.link(), read.changed(), where, read.fields(), item.xml()));
                }
            } catch (FeedXml.Broken | FeedException e) {
                reject(Reason.RECORD_BROKEN, where, String.valueOf(e.getMessage()), item.xml());
            }
        }

        private void reject(Reason reason, String where, String value, String text) {
            rejected.add(new HarvestPage.Rejected(problem(reason, Severity.ERROR, where, value), text, 1));
        }
    }

    private static Problem problem(Reason reason, Severity severity, String place, String value) {
        return new Problem(reason, severity, Stage.HARVEST, "", place, value);
    }
}
