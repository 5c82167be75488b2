package kz.ortaq.server.command;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import kz.ortaq.config.Language;
import kz.ortaq.engine.index.SearchIndex;
import kz.ortaq.harvesters.HarvestReport;
import kz.ortaq.records.Counts;
import kz.ortaq.records.HarvestRun;
import kz.ortaq.records.Problem;
import kz.ortaq.records.RunStatus;
import kz.ortaq.records.Source;
import kz.ortaq.records.store.LeaseRefused;
import kz.ortaq.server.catalogue.ListMatching;
import kz.ortaq.server.catalogue.SearchParameters;
import kz.ortaq.server.catalogue.WorkFinding;

/**
 * Harvests several sources at once, with the documents that their records point to, tells how it goes, and brings the
 * index up to date.
 */
final class Harvesting {

    private final Ortaq ortaq;

    Harvesting(Ortaq ortaq) {
        this.ortaq = ortaq;
    }

    /** What the harvests came to; {@code refused} names sources that could not be harvested at all. */
    record Result(List<HarvestReport> reports, List<String> refused) {

        /** Whether all sources were harvested, and none failed. */
        boolean done() {
            return refused.isEmpty()
                    && reports.stream().map(report -> report.run().status()).noneMatch(Result::bad);
        }

        private static boolean bad(RunStatus status) {
            return status != RunStatus.COMPLETE;
        }
    }

    Result harvest(List<Source> sources) throws InterruptedException {
        int parallel = ortaq.settings().harvest().parallel();
        Semaphore places = new Semaphore(parallel);
        Map<Source, Future<HarvestReport>> futures = new LinkedHashMap<>();
        List<HarvestReport> reports = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        try (DocumentFetching documents = new DocumentFetching(ortaq.links(), parallel, Duration.ZERO);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Source source : sources) {
                futures.put(source, threads.submit(() -> {
                    HarvestReport report = inTurn(places, source);
                    documents.after(report);
                    return report;
                }));
            }
            for (Map.Entry<Source, Future<HarvestReport>> future : futures.entrySet()) {
                try {
                    reports.add(future.getValue().get());
                } catch (ExecutionException e) {
                    // What stopped one source need not stop the others; where it is the disk, they say so too.
                    Output.say(
                            e.getCause() instanceof LeaseRefused lease
                                    ? String.valueOf(lease.getMessage())
                                    : future.getKey().id() + ": stopped, nothing of its last page is stored: "
                                            + e.getCause());
                    refused.add(future.getKey().id());
                }
            }
            documents.await();
        }
        return new Result(reports, refused);
    }

    /** Indexes what changed, unless a server on the same data folder does. */
    void index() throws IOException, InterruptedException {
        boolean done = ortaq.indexes()
                .bringUpToDate(ProgressLine.ofIndexing())
                .map(count -> {
                    Output.say("indexed: " + count + " changed works");
                    return true;
                })
                .orElse(false);
        ortaq.indexes().madeByAnother().ifPresent(Output::say);
        if (done) {
            match();
        }
        long standing = ortaq.stores().problems().countsByReason().values().stream()
                .mapToLong(Long::longValue)
                .sum();
        if (done && standing > 0) {
            Output.say("problems that libraries can mend: " + standing + "; “ortaq problems” lists them");
        }
        if (!done) {
            Output.say("A server runs on this data folder and brings the index up to date by itself.");
        }
    }

    /** Finds the works that the harvested lists name. */
    private void match() throws IOException, InterruptedException {
        Optional<SearchIndex> index = ortaq.indexes().openForReading();
        if (index.isEmpty()) {
            return;
        }
        try (SearchIndex open = index.get()) {
            WorkFinding finding = new WorkFinding(
                    open::search, new SearchParameters(ortaq.settings().search()));
            ListMatching lists = new ListMatching(ortaq.stores(), ortaq.builder(), finding);
            int entries;
            do {
                entries = lists.pass(open.cursor());
            } while (entries > 0);
        }
    }

    /** A report as {@code harvest --json} prints it. */
    static Map<String, Object> json(HarvestReport report) {
        HarvestRun run = report.run();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("library", report.source().library());
        json.put("source", report.source().id());
        json.put("status", run.status().code());
        json.put("new", run.counts().added());
        json.put("changed", run.counts().changed());
        json.put("unchanged", run.counts().unchanged());
        json.put("deleted", run.counts().deleted());
        json.put("rejected", run.counts().rejected());
        json.put("reconciled", run.counts().reconciled());
        json.put("seconds", seconds(run));
        json.put("problems", report.problems().stream().map(Harvesting::json).toList());
        return json;
    }

    /** A problem as commands print it, in the three languages that librarians read. */
    static Map<String, Object> json(Problem problem) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("code", problem.reason().code());
        json.put("severity", problem.severity().name().toLowerCase(Locale.ROOT));
        json.put("record", problem.identifier().isEmpty() ? null : problem.identifier());
        json.put("place", problem.place());
        json.put("value", problem.value());
        Map<String, String> messages = new LinkedHashMap<>();
        Map<String, String> remedies = new LinkedHashMap<>();
        for (Language language : Language.values()) {
            messages.put(language.code(), problem.message(language));
            remedies.put(language.code(), problem.remedy(language));
        }
        json.put("message", messages);
        json.put("remedy", remedies);
        return json;
    }

    private HarvestReport inTurn(Semaphore places, Source source) throws LeaseRefused, InterruptedException {
        places.acquire();
        try {
            return one(source);
        } finally {
            places.release();
        }
    }

    private HarvestReport one(Source source) throws LeaseRefused, InterruptedException {
        ProgressLine progress = new ProgressLine(source.id(), "records");
        HarvestReport report = ortaq.harvests().harvest(source, counts -> {
            if (progress.due()) {
                Output.say(source.id() + ": " + line(counts) + " so far");
            }
        });
        Output.say("%s: %s, %s in %.1f s"
                .formatted(
                        source.id(),
                        report.run().status().code(),
                        line(report.run().counts()),
                        seconds(report.run())));
        report.problems().stream().limit(20).forEach(Output::say);
        return report;
    }

    private static String line(Counts counts) {
        return "%d new, %d changed, %d unchanged, %d deleted, %d rejected"
                .formatted(counts.added(), counts.changed(), counts.unchanged(), counts.deleted(), counts.rejected());
    }

    private static double seconds(HarvestRun run) {
        var ended = run.ended();
        return ended == null ? 0 : Duration.between(run.started(), ended).toMillis() / 1000.0;
    }
}
