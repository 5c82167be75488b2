package kz.ortaq.harvesters.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import kz.ortaq.config.Reason;
import kz.ortaq.config.Settings;
import kz.ortaq.harvesters.net.Download;
import kz.ortaq.harvesters.net.Net;
import kz.ortaq.harvesters.net.NetException;
import kz.ortaq.records.Problem;
import kz.ortaq.records.Severity;
import kz.ortaq.records.Source;
import kz.ortaq.records.Stage;
import org.jspecify.annotations.Nullable;

/**
 * The files that a source's address stands for: a file, the fitting files of a folder in the order of their paths, or
 * the export that an http(s) address serves, downloaded for as long as this is open.
 */
public final class SourceFiles implements AutoCloseable {

    private static final int DEEPEST = 64;

    private final List<SourceFile> files;
    private final @Nullable Path downloaded;

    private SourceFiles(List<SourceFile> files, @Nullable Path downloaded) {
        this.files = List.copyOf(files);
        this.downloaded = downloaded;
    }

    /** The files of a source cannot be had, for a reason that its library can read. */
    public static final class Missing extends Exception {

        private final Problem problem;

        private Missing(Problem problem) {
            super(problem.reason().code() + ": " + problem.place() + " " + problem.value());
            this.problem = problem;
        }

        public Problem problem() {
            return problem;
        }
    }

    /**
     * Opens the files of a source.
     *
     * @param temporary a folder for a download
     * @param fits which files of a folder are meant, by their names in lower case; a single file or download always is
     * @throws Missing when there is nothing at the address, or too much
     */
    public static SourceFiles open(
            Source source, Net net, Path temporary, Settings.Harvest limits, Predicate<String> fits)
            throws Missing, InterruptedException {
        if (isAddress(source.address())) {
            return download(source.address(), net, temporary, limits.exportBytes());
        }
        try {
            Path root = Path.of(source.address()).toRealPath();
            if (!Files.isDirectory(root)) {
                String name = String.valueOf(root.getFileName());
                refuseEmpty(root, name);
                return new SourceFiles(List.of(new SourceFile(root, name)), null);
            }
            return new SourceFiles(folder(root, limits.folderFiles(), fits), null);
        } catch (IOException | InvalidPathException e) {
            throw new Missing(problem(Reason.FOLDER_MISSING, "", source.address()));
        }
    }

    /** Whether an address is one of the web, and not a path. */
    public static boolean isAddress(String address) {
        return address.regionMatches(true, 0, "http://", 0, 7) || address.regionMatches(true, 0, "https://", 0, 8);
    }

    private static List<SourceFile> folder(Path root, int most, Predicate<String> fits) throws IOException, Missing {
        List<SourceFile> files = new ArrayList<>();
        try (Stream<Path> walk = Files.walk(root, DEEPEST)) {
            for (Path file : (Iterable<Path>) walk.sorted(Comparator.comparing(Path::toString))::iterator) {
                String name = root.relativize(file).toString().replace('\\', '/');
                if (Files.isRegularFile(file) && fits.test(name.toLowerCase(java.util.Locale.ROOT))) {
                    files.add(new SourceFile(file, name));
                }
                if (files.size() > most) {
                    throw new Missing(problem(Reason.FOLDER_TOO_LARGE, root.toString(), Integer.toString(most)));
                }
            }
        } catch (java.io.UncheckedIOException e) {
            throw new IOException(e);
        }
        return files;
    }

    private static SourceFiles download(String address, Net net, Path temporary, long limit)
            throws Missing, InterruptedException {
        Path file = null;
        boolean done = false;
        try {
            file = Files.createTempFile(temporary, "export", ".part");
            Download download = net.download(address, Download.Conditions.NONE, file, limit);
            refuseEmpty(file, address);
            done = true;
            return new SourceFiles(List.of(new SourceFile(file, download.name())), file);
        } catch (NetException e) {
            throw new Missing(e.toProblem(Severity.ERROR, ""));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("a download cannot be written", e);
        } finally {
            if (!done && file != null) {
                delete(file);
            }
        }
    }

    /** An export that is empty is one that failed, and no catalogue without books. */
    private static void refuseEmpty(Path file, String name) throws IOException, Missing {
        if (Files.size(file) == 0) {
            throw new Missing(problem(Reason.FILE_EMPTY, name, ""));
        }
    }

    public List<SourceFile> files() {
        return files;
    }

    @Override
    public void close() {
        if (downloaded != null) {
            delete(downloaded);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            file.toFile().deleteOnExit(); // the folder for temporary files is swept at the next start
        }
    }

    private static Problem problem(Reason reason, String place, String value) {
        return new Problem(reason, Severity.ERROR, Stage.HARVEST, "", place, value);
    }
}
