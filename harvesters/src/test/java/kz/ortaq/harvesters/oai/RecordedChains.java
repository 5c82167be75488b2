package kz.ortaq.harvesters.oai;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import kz.ortaq.harvesters.net.LocalServer.Reply;

/** Strings recordings together: a list's first request, and the pages that its tokens and redirects lead to. */
final class RecordedChains {

    /**
     * One list.
     *
     * @param left why it cannot be replayed; empty when it is complete
     */
    record Chain(List<Recording> pages, String left) {

        String name() {
            return pages.getFirst().name().replaceFirst("_\\d+$", "");
        }

        URI address() {
            return pages.getFirst().uri();
        }

        /** Answers as recorded; nothing for what was not. */
        Reply answer(URI request) {
            return find(request).map(Recording::reply).orElseGet(() -> Reply.of(404, "not recorded"));
        }

        private Optional<Recording> find(URI request) {
            for (Recording page : pages) {
                if (page.uri().getRawPath().equals(request.getRawPath())
                        && Objects.equals(page.uri().getRawQuery(), request.getRawQuery())) {
                    return Optional.of(page);
                }
            }
            var arguments = Recording.arguments(request);
            String token = arguments.get("resumptionToken");
            return pages.stream()
                    .filter(page -> page.asks(arguments.getOrDefault("verb", "")))
                    .filter(page -> token == null ? page.rawToken().isEmpty() : page.answersToken(token))
                    .findFirst();
        }
    }

    private RecordedChains() {}

    static List<Chain> of(List<Recording> recordings) {
        Set<Recording> followed = new HashSet<>();
        List<Chain> chains = new ArrayList<>();
        for (Recording first : recordings) {
            if (first.asks("ListRecords") && first.rawToken().isEmpty() && !followed.contains(first)) {
                Chain chain = chain(first, recordings);
                followed.addAll(chain.pages());
                chains.add(chain);
            }
        }
        return chains;
    }

    private static Chain chain(Recording first, List<Recording> recordings) {
        List<Recording> pages = new ArrayList<>(List.of(first));
        while (true) {
            Recording last = pages.getLast();
            Optional<Recording> next;
            if (last.status() >= 300 && last.status() < 400) {
                String location = last.headers().getOrDefault("location", "");
                next = recordings.stream()
                        .filter(page -> page.uri().toString().equals(location))
                        .findFirst();
            } else if (last.nextToken().isEmpty()) {
                // A list of nothing is complete too, whatever status it comes with.
                boolean list =
                        last.text().contains("<ListRecords") || last.text().contains("noRecordsMatch");
                return new Chain(pages, list ? "" : "holds no list, status " + last.status());
            } else {
                String token = last.nextToken().get();
                next = recordings.stream()
                        .filter(page ->
                                Objects.equals(page.uri().getHost(), first.uri().getHost()))
                        .filter(page -> page.asks("ListRecords") && page.answersToken(token))
                        .findFirst();
            }
            if (next.isEmpty() || pages.contains(next.get())) {
                return new Chain(pages, "stops midway: the page behind " + last.name() + " was not recorded");
            }
            pages.add(next.get());
        }
    }
}
