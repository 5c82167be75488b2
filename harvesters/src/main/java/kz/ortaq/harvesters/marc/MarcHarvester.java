package kz.ortaq.harvesters.marc;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import kz.ortaq.config.Reason;
import kz.ortaq.config.Settings;
import kz.ortaq.harvesters.Harvester;
import kz.ortaq.harvesters.Reconciliation;
import kz.ortaq.harvesters.files.SourceFile;
import kz.ortaq.harvesters.files.SourceFiles;
import kz.ortaq.harvesters.net.Net;
import kz.ortaq.records.Checkpoint;
import kz.ortaq.records.HarvestPage;
import kz.ortaq.records.Problem;
import kz.ortaq.records.Severity;
import kz.ortaq.records.Source;
import kz.ortaq.records.Stage;
import kz.ortaq.records.store.Stores;

/**
 * Harvests a catalogue's export: a file, a folder of them, or an address that serves one, packed or not. An export is
 * complete, so what it no longer holds is deleted; a harvest that was stopped simply begins again, and what is stored
 * is unchanged. Thread-safe.
 */
public final class MarcHarvester implements Harvester {

    private static final Set<String> CATALOGUES = Set.of("mrc", "marc", "mrk", "iso", "usmarc", "mst");
    private static final Set<String> OTHERS = Set.of("dat", "xml", "txt", "gz", "zip", "irbis");

    private final Net net;
    private final Stores stores;
    private final Path temporary;
    private final Settings.Harvest limits;

    /** @param temporary a folder for downloads and unpacked archives */
    public MarcHarvester(Net net, Stores stores, Path temporary, Settings.Harvest limits) {
        this.net = net;
        this.stores = stores;
        this.temporary = temporary;
        this.limits = limits;
    }

    @Override
    public Ending harvest(Source source, Checkpoint checkpoint, Consumer<HarvestPage> sink)
            throws InterruptedException {
        Run run = new Run(new Intake(source.id()), checkpoint, sink);
        try (SourceFiles files = SourceFiles.open(source, net, temporary, limits, MarcHarvester::fits)) {
            run.several = files.files().size() > 1;
            for (SourceFile file : files.files()) {
                run.open(file);
            }
        } catch (SourceFiles.Missing e) {
            sink.accept(HarvestPage.of(e.problem(), checkpoint));
            return Ending.STOPPED;
        }
        run.send();
        if (run.exports == 0 || run.intake.unread().isEverything()) {
            return Ending.STOPPED;
        }
        return new Reconciliation(stores)
                .finish(source, run.intake.identifiers(), run.intake.unread()::mayHold, checkpoint, sink);
    }

    /** How many bytes a record may have where it may have so many characters: most letters here take two. */
    static int largest(Settings.Harvest limits) {
        return 2 * limits.recordCharacters();
    }

    private static boolean fits(String name) {
        return CATALOGUES.contains(ending(name)) || OTHERS.contains(ending(name));
    }

    private static String ending(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    /** One run over the files of one source. */
    private final class Run {

        private final Intake intake;
        private final Checkpoint checkpoint;
        private final Consumer<HarvestPage> sink;
        private boolean several;
        private int exports;

        Run(Intake intake, Checkpoint checkpoint, Consumer<HarvestPage> sink) {
            this.intake = intake;
            this.checkpoint = checkpoint;
            this.sink = sink;
        }

        void open(SourceFile file) throws InterruptedException {
            try (Archive archive = Archive.open(file, temporary, limits.exportBytes())) {
                boolean packed = archive.files().size() > 1;
                for (SourceFile inner : archive.files()) {
                    read(inner, several || packed);
                }
            } catch (Archive.TooLarge e) {
                fails(Reason.ARCHIVE_TOO_LARGE, file.name(), String.valueOf(e.getMessage()));
            } catch (IOException e) {
                fails(Reason.FILE_UNREADABLE, file.name(), e.getMessage() == null ? e.toString() : e.getMessage());
            }
        }

        private void read(SourceFile file, boolean one) throws IOException, InterruptedException {
            Optional<MarcExport> export = MarcExport.of(file.file(), file.name(), largest(limits));
            if (export.isEmpty()) {
                unrecognised(file, one);
                return;
            }
            exports++;
            Tally tally = new Tally();
            try (ItemReader reader = export.get().reader()) {
                Optional<Item> item = reader.next();
                while (item.isPresent()) {
                    if (Thread.interrupted()) {
                        throw new InterruptedException("the harvest was stopped");
                    }
                    tally.add(item.get());
                    intake.take(item.get(), one ? file.name() : "");
                    if (intake.full()) {
                        send();
                    }
                    item = reader.next();
                }
            }
            tally.problems(file.name()).forEach(intake::tell);
        }

        /** Among several files some are none of ours; one that should be, by its name, may have been damaged. */
        private void unrecognised(SourceFile file, boolean one) throws IOException {
            boolean expected = !one || CATALOGUES.contains(ending(file.name()));
            String beginning = Snippet.of(file.file());
            if (expected) {
                fails(Reason.MARC_NOT_RECOGNISED, file.name(), beginning);
            } else if (!ending(file.name()).equals("xrf")) {
                intake.tell(problem(Reason.MARC_NOT_RECOGNISED, Severity.INFO, file.name(), beginning));
            }
        }

        private void fails(Reason reason, String place, String value) {
            intake.unread().addAll();
            intake.tell(problem(reason, Severity.ERROR, place, value));
        }

        private void send() {
            Intake.Gathered page = intake.gathered();
            if (!page.isEmpty()) {
                sink.accept(new HarvestPage(page.records(), page.rejected(), page.problems(), checkpoint));
            }
        }

        private static Problem problem(Reason reason, Severity severity, String place, String value) {
            return new Problem(reason, severity, Stage.HARVEST, "", place, value);
        }
    }
}
