package kz.ortaq.harvesters.probe;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.ortaq.config.Reason;
import kz.ortaq.harvesters.DocumentTypes;
import kz.ortaq.records.Problem;
import kz.ortaq.records.RawRecord;
import kz.ortaq.records.Severity;
import kz.ortaq.records.SourceKind;
import kz.ortaq.records.Stage;

/** Looks at a folder: exports and sheets in it are read as such, and what else there is are documents. */
final class FolderProbe {

    private static final int DEEPEST = 64;
    private static final int MOST_LOOKED_AT = 200;
    private static final int MOST_UNREADABLE = 100;

    private final Map<SourceKind, FileProbe> files;
    private final int most;

    FolderProbe(Map<SourceKind, FileProbe> files, int most) {
        this.files = files;
        this.most = most;
    }

    /** What most of the recognised files are; a folder of documents where none is recognised. */
    Optional<Finding> look(Path folder, Optional<SourceKind> kind, int records)
            throws IOException, InterruptedException {
        List<Path> all = new ArrayList<>();
        List<Problem> unreadable = new ArrayList<>();
        list(folder, all, unreadable);
        Optional<Finding> best = Optional.empty();
        for (Map.Entry<SourceKind, FileProbe> probe : files.entrySet()) {
            if (kind.isPresent() && kind.get() != probe.getKey()) {
                continue;
            }
            Optional<Finding> found = joined(folder, all, probe.getValue(), records);
            if (found.isPresent()
                    && found.get().read() > best.map(Finding::read).orElse(0L)) {
                best = found;
            }
        }
        if (best.isPresent()
                || kind.filter(wanted -> wanted != SourceKind.FOLDER).isPresent()) {
            return best.map(found -> with(unreadable, found));
        }
        long documents = all.stream()
                .filter(file -> DocumentTypes.isFile(String.valueOf(file.getFileName())))
                .count();
        return documents == 0
                ? Optional.empty()
                : Optional.of(new Finding(SourceKind.FOLDER, "documents", "", documents, 0, 0, List.of(), unreadable));
    }

    private void list(Path folder, List<Path> all, List<Problem> unreadable) throws IOException {
        Files.walkFileTree(folder, Set.of(), DEEPEST, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile()) {
                    all.add(file);
                }
                return all.size() < most ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) {
                if (unreadable.size() < MOST_UNREADABLE) {
                    unreadable.add(new Problem(
                            Reason.FILE_UNREADABLE,
                            Severity.WARNING,
                            Stage.HARVEST,
                            "",
                            folder.relativize(file).toString(),
                            "no access"));
                }
                return FileVisitResult.CONTINUE;
            }
        });
        Collections.sort(all);
    }

    private static Finding with(List<Problem> unreadable, Finding found) {
        List<Problem> problems = new ArrayList<>(found.problems());
        problems.addAll(unreadable);
        return new Finding(
                found.kind(),
                found.format(),
                found.charset(),
                found.read(),
                found.salvaged(),
                found.rejected(),
                found.records(),
                problems);
    }

    private static Optional<Finding> joined(Path folder, List<Path> all, FileProbe probe, int records)
            throws IOException, InterruptedException {
        Optional<Finding> joined = Optional.empty();
        for (Path file : all.subList(0, Math.min(all.size(), MOST_LOOKED_AT))) {
            if (!Files.isReadable(file) || Files.size(file) == 0) {
                continue;
            }
            Optional<Finding> found = probe.look(file, folder.relativize(file).toString(), records);
            if (found.isPresent()) {
                joined = Optional.of(
                        joined.map(before -> join(before, found.get(), records)).orElse(found.get()));
            }
        }
        return joined;
    }

    private static Finding join(Finding a, Finding b, int most) {
        List<RawRecord> records = new ArrayList<>(a.records());
        records.addAll(b.records());
        List<Problem> problems = new ArrayList<>(a.problems());
        problems.addAll(b.problems());
        return new Finding(
                a.kind(),
                a.format().equals(b.format()) ? a.format() : a.format() + ", " + b.format(),
                a.charset().equals(b.charset()) ? a.charset() : a.charset() + ", " + b.charset(),
                a.read() + b.read(),
                a.salvaged() + b.salvaged(),
                a.rejected() + b.rejected(),
                records.subList(0, Math.min(most, records.size())),
                problems);
    }
}
