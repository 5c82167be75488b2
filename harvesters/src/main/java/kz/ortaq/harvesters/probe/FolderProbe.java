package kz.ortaq.harvesters.probe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kz.ortaq.records.Problem;
import kz.ortaq.records.RawRecord;
import kz.ortaq.records.SourceKind;

/** Looks at a folder: exports and sheets in it are read as such, and what else there is are documents. */
final class FolderProbe {

    private static final int DEEPEST = 64;
    private static final int MOST_LOOKED_AT = 200;

    private final Map<SourceKind, FileProbe> files;
    private final int most;

    FolderProbe(Map<SourceKind, FileProbe> files, int most) {
        this.files = files;
        this.most = most;
    }

    /** What most of the recognised files are; a folder of documents where none is recognised. */
    Optional<Finding> look(Path folder, Optional<SourceKind> kind, int records)
            throws IOException, InterruptedException {
        List<Path> all;
        try (Stream<Path> walk = Files.walk(folder, DEEPEST)) {
            all = walk.filter(Files::isRegularFile).sorted().limit(most).toList();
        }
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
                || all.isEmpty()
                || kind.filter(wanted -> wanted != SourceKind.FOLDER).isPresent()) {
            return best;
        }
        return Optional.of(new Finding(SourceKind.FOLDER, "documents", "", all.size(), 0, 0, List.of(), List.of()));
    }

    private static Optional<Finding> joined(Path folder, List<Path> all, FileProbe probe, int records)
            throws IOException, InterruptedException {
        Optional<Finding> joined = Optional.empty();
        for (Path file : all.subList(0, Math.min(all.size(), MOST_LOOKED_AT))) {
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
