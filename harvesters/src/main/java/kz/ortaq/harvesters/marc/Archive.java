package kz.ortaq.harvesters.marc;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import kz.ortaq.harvesters.files.SourceFile;
import org.jspecify.annotations.Nullable;

/** The exports in one file: the file itself, or what a gzip or zip archive holds, unpacked while this is open. */
final class Archive implements AutoCloseable {

    private static final int MOST_FILES = 1_000;
    // Archives made here before UTF-8 name their files in the charset of DOS; newer ones say that they do not.
    private static final Charset NAMES = Charset.forName("IBM866");

    private final List<SourceFile> files;
    private final @Nullable Path folder;

    private Archive(List<SourceFile> files, @Nullable Path folder) {
        this.files = List.copyOf(files);
        this.folder = folder;
    }

    /** What is in it is more than is allowed. */
    static final class TooLarge extends IOException {
        TooLarge(String what) {
            super(what);
        }
    }

    /** It cannot be unpacked. */
    static final class Broken extends IOException {
        Broken(Exception cause) {
            super(cause.getMessage() == null ? cause.toString() : cause.getMessage(), cause);
        }
    }

    /**
     * Opens a file, and unpacks it where it is an archive.
     *
     * @param temporary where to unpack
     * @param limit how many bytes may come out
     * @throws Broken when the archive is
     * @throws TooLarge when it holds more than is allowed
     */
    static Archive open(SourceFile file, Path temporary, long limit) throws IOException {
        byte[] magic;
        try (InputStream in = Files.newInputStream(file.file())) {
            magic = in.readNBytes(4);
        }
        boolean gzip = magic.length > 2 && magic[0] == 0x1F && magic[1] == (byte) 0x8B;
        boolean zip = magic.length == 4 && magic[0] == 'P' && magic[1] == 'K' && magic[2] == 3 && magic[3] == 4;
        if (!gzip && !zip) {
            return new Archive(List.of(file), null);
        }
        Path folder = temporaryFolder(temporary);
        boolean done = false;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file.file()))) {
            Unpacking unpacking = new Unpacking(folder, limit);
            List<SourceFile> files = gzip ? unpacking.gzip(in, file.name()) : unpacking.zip(in);
            done = true;
            return new Archive(files, folder);
        } catch (ZipException | EOFException | IllegalArgumentException e) {
            throw new Broken(e); // the last for a name that is in no charset
        } finally {
            if (!done) {
                delete(folder);
            }
        }
    }

    List<SourceFile> files() {
        return files;
    }

    @Override
    public void close() {
        if (folder != null) {
            delete(folder);
        }
    }

    private static final class Unpacking {

        private final Path folder;
        private final long limit;
        private final Map<String, Path> folders = new HashMap<>();
        private long bytes;

        Unpacking(Path folder, long limit) {
            this.folder = folder;
            this.limit = limit;
        }

        List<SourceFile> gzip(InputStream in, String name) throws IOException {
            String inner = name.toLowerCase(Locale.ROOT).endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
            try (InputStream unpacked = new GZIPInputStream(in)) {
                return List.of(new SourceFile(copy(unpacked, folder.resolve("export")), inner));
            }
        }

        List<SourceFile> zip(InputStream in) throws IOException {
            List<SourceFile> files = new ArrayList<>();
            try (ZipInputStream zip = new ZipInputStream(in, NAMES)) {
                for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    if (entry.isDirectory()) {
                        continue;
                    }
                    if (files.size() == MOST_FILES) {
                        throw new TooLarge(MOST_FILES + " files");
                    }
                    files.add(new SourceFile(copy(zip, path(entry.getName())), entry.getName()));
                }
            }
            files.sort(Comparator.comparing(SourceFile::name));
            return files;
        }

        /** Files of one folder stay in one, for a database's files belong together; no name leads out of ours. */
        private Path path(String name) throws IOException {
            int slash = Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\'));
            String parent = name.substring(0, slash + 1);
            Path inside = folders.get(parent);
            if (inside == null) {
                inside = Files.createDirectory(folder.resolve(String.valueOf(folders.size())));
                folders.put(parent, inside);
            }
            String last = name.substring(slash + 1)
                    .replaceAll("[^\\p{L}\\p{N}.-]", "_")
                    .replaceAll("^\\.+", "_");
            String shorter = last.substring(Math.max(0, last.length() - 60));
            Path path = inside.resolve(shorter);
            return Files.exists(path) ? Files.createTempFile(inside, "again", shorter) : path;
        }

        private Path copy(InputStream in, Path to) throws IOException {
            byte[] buffer = new byte[1 << 16];
            try (OutputStream out = Files.newOutputStream(to)) {
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    bytes += read;
                    if (bytes > limit) {
                        throw new TooLarge(limit + " bytes");
                    }
                    write(out, buffer, read);
                }
            }
            return to;
        }

        private static void write(OutputStream out, byte[] buffer, int length) {
            try {
                out.write(buffer, 0, length);
            } catch (IOException e) {
                throw new UncheckedIOException("an archive cannot be unpacked for lack of space", e);
            }
        }
    }

    private static Path temporaryFolder(Path temporary) {
        try {
            return Files.createTempDirectory(temporary, "unpacked");
        } catch (IOException e) {
            throw new UncheckedIOException("an archive cannot be unpacked", e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            folder.toFile().deleteOnExit(); // the folder for temporary files is swept at the next start
        }
    }
}
