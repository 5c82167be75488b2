package kz.ortaq.harvesters.marc;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.ortaq.config.Reason;
import kz.ortaq.config.Settings;
import kz.ortaq.harvesters.files.SourceFile;
import kz.ortaq.harvesters.probe.FileProbe;
import kz.ortaq.harvesters.probe.Finding;
import kz.ortaq.records.HarvestPage;
import kz.ortaq.records.Problem;
import kz.ortaq.records.RawRecord;
import kz.ortaq.records.Severity;
import kz.ortaq.records.SourceKind;
import kz.ortaq.records.Stage;

/** Recognises catalogues' exports by their bytes. Thread-safe. */
public final class MarcProbe implements FileProbe {

    private static final int MOST_PROBLEMS = 1_000;
    private static final String NO_SOURCE = "probe";

    private final Path temporary;
    private final Settings.Harvest limits;

    /** @param temporary a folder for unpacked archives */
    public MarcProbe(Path temporary, Settings.Harvest limits) {
        this.temporary = temporary;
        this.limits = limits;
    }

    @Override
    public Optional<Finding> look(Path file, String name, int records) throws IOException, InterruptedException {
        Look look = new Look(records);
        try (Archive archive = Archive.open(new SourceFile(file, name), temporary, limits.exportBytes())) {
            for (SourceFile inner : archive.files()) {
                look.read(inner, archive.files().size() > 1);
            }
        } catch (Archive.TooLarge e) {
            look.tell(new Problem(
                    Reason.ARCHIVE_TOO_LARGE, Severity.ERROR, Stage.HARVEST, "", name, String.valueOf(e.getMessage())));
        } catch (Archive.Broken e) {
            return Optional.empty(); // an archive, or seemingly one, that nobody can open
        }
        return look.finding();
    }

    /** One look at one file, or at all of an archive. */
    private final class Look {

        private final int most;
        private final Intake intake = new Intake(NO_SOURCE);
        private final Tally tally = new Tally();
        private final List<RawRecord> records = new ArrayList<>();
        private final List<Problem> problems = new ArrayList<>();
        private String form = "";

        Look(int most) {
            this.most = most;
        }

        void read(SourceFile file, boolean several) throws IOException, InterruptedException {
            Optional<MarcExport> export = MarcExport.of(file.file(), file.name(), MarcHarvester.largest(limits));
            if (export.isEmpty()) {
                return;
            }
            form = export.get().form().label();
            try (ItemReader reader = export.get().reader()) {
                for (Optional<Item> item = reader.next(); item.isPresent(); item = reader.next()) {
                    if (Thread.interrupted()) {
                        throw new InterruptedException("the look was stopped");
                    }
                    tally.add(item.get());
                    intake.take(item.get(), several ? file.name() : "");
                    keep(intake.gathered());
                }
            }
        }

        Optional<Finding> finding() {
            if (form.isEmpty()) {
                return Optional.empty();
            }
            tally.problems("").forEach(this::tell);
            String dialects = tally.dialects();
            boolean same = dialects.isEmpty() || form.startsWith(dialects);
            return Optional.of(new Finding(
                    SourceKind.MARC,
                    same ? form : dialects + " (" + form + ")",
                    tally.charsets(),
                    tally.read(),
                    tally.salvaged(),
                    tally.rejected(),
                    records,
                    problems));
        }

        void tell(Problem problem) {
            if (problems.size() < MOST_PROBLEMS) {
                problems.add(problem);
            }
        }

        private void keep(Intake.Gathered gathered) {
            gathered.problems().forEach(this::tell);
            gathered.rejected().stream().map(HarvestPage.Rejected::problem).forEach(this::tell);
            for (RawRecord record : gathered.records()) {
                if (records.size() < most) {
                    records.add(record);
                }
            }
        }
    }
}
