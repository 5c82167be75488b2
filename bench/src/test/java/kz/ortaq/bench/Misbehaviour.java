package kz.ortaq.bench;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.ortaq.bench.SoakServer.Asked;
import kz.ortaq.bench.SoakServer.Reply;

/** What servers do instead of answering; each with the reasons that may be told of it, none where it does no harm. */
enum Misbehaviour {
    TOKEN_LEADS_BACK(asked -> token(asked, asked.listing().token(0)), "token-repeated"),
    TOKEN_OF_THIS_PAGE(
            asked -> token(asked, asked.listing().token(asked.listing().offset())), "token-repeated"),
    SAME_PAGE_FOR_EVER(
            asked -> token(asked, asked.listing().token(asked.listing().offset()) + "&n=" + asked.times()),
            "token-repeated"),
    TOKEN_EXPIRED_ONCE(asked -> later(asked) && asked.times() == 1 ? expired() : asked.good()),
    TOKEN_EXPIRES_ALWAYS(asked -> later(asked) ? expired() : asked.good(), "token-expired"),
    LIST_ENDS_EARLY(Misbehaviour::endsEarly),
    NOTHING_MATCHES_MIDWAY(asked -> later(asked) ? error("noRecordsMatch") : asked.good()),
    CONNECTION_CUT(asked -> asked.good().cut(asked.good().body().length / 2)),
    XML_CUT(asked ->
            asked.good().body(Arrays.copyOf(asked.good().body(), asked.good().body().length * 2 / 3))),
    CONNECTION_RESET(asked -> Reply.RESET, "address-unreachable"),
    BUSY_FOR_A_MOMENT(asked -> asked.times() % 2 == 1 ? status(503).with("Retry-After", "1") : asked.good()),
    BUSY_FOR_HOURS(asked -> status(503).with("Retry-After", "7200"), "http-status"),
    BUSY_FOR_EVER(asked -> status(503), "http-status"),
    FAILS_FOR_EVER(asked -> status(500), "http-status", "slice-skipped"),
    SLOW_BYTES(asked -> asked.good().slowly(), "address-unreachable", "page-truncated"),
    WEB_PAGE(
            asked -> Reply.of(200, "text/html", "<!DOCTYPE html><html><body><h1>Кітапхана</h1><p>Қош келдіңіз!"),
            "not-oai"),
    HUGE_PAGE(Misbehaviour::huge, "answer-too-large"),
    GZIP_IN_NAME_ONLY(asked -> asked.good().with("Content-Encoding", "gzip")),
    OTHER_CHARSET(asked -> asked.good().body(asked.good().text().getBytes(Charset.forName("windows-1251")))),
    CONTROL_CHARACTERS(asked -> asked.good()
            .body(asked.good()
                    .text()
                    .replaceFirst("<dc:title>", "<dc:title>\u000b")
                    .getBytes(StandardCharsets.UTF_8))),
    EMPTY_ANSWER(asked -> Reply.of(200, "text/xml", ""), "answer-empty"),
    REDIRECTS_FOR_EVER(asked -> status(302).with("Location", asked.address()), "http-status");

    /** What it makes of a good answer. */
    private interface Spoiling {
        Reply of(Asked asked);
    }

    private final Spoiling spoiling;
    private final List<String> reasons;

    Misbehaviour(Spoiling spoiling, String... reasons) {
        this.spoiling = spoiling;
        this.reasons = List.of(reasons);
    }

    Reply spoil(Asked asked) {
        return spoiling.of(asked);
    }

    /** The reasons of which a report must give one whenever this happened; empty where that depends. */
    List<String> reasons() {
        return reasons;
    }

    private static boolean later(Asked asked) {
        return asked.listing().offset() > 0;
    }

    private static Reply token(Asked asked, String token) {
        return Reply.xml(asked.repository().write(asked.listing(), Optional.of(token)));
    }

    /** A list that stops as if it were whole, though it said how long it is. */
    private static Reply endsEarly(Asked asked) {
        // Where the list of identifiers ended at the same place, nothing that the protocol has would tell of the rest.
        return asked.listing().identifiers()
                ? asked.good()
                : Reply.xml(asked.repository().write(asked.listing(), Optional.empty()));
    }

    private static Reply huge(Asked asked) {
        String padding = "<!--" + " ".repeat(SoakServer.LARGEST_PAGE) + "-->";
        return Reply.xml(asked.good().text().replace("</OAI-PMH>", padding + "</OAI-PMH>"));
    }

    private static Reply expired() {
        return error("badResumptionToken");
    }

    private static Reply error(String code) {
        return Reply.xml("""
                <?xml version="1.0" encoding="UTF-8"?>
                <OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><responseDate>2026-11-22T00:00:00Z</responseDate>
                <request/><error code="%s">not now</error></OAI-PMH>
                """.formatted(code));
    }

    private static Reply status(int status) {
        return new Reply(
                status,
                Map.of("Content-Type", "text/html"),
                "<h1>Қате</h1>".getBytes(StandardCharsets.UTF_8),
                0,
                false);
    }
}
