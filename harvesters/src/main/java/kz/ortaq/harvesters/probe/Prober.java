package kz.ortaq.harvesters.probe;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.ortaq.config.Reason;
import kz.ortaq.config.Settings;
import kz.ortaq.harvesters.files.SourceFiles;
import kz.ortaq.harvesters.net.Download;
import kz.ortaq.harvesters.net.Net;
import kz.ortaq.harvesters.net.NetException;
import kz.ortaq.records.Problem;
import kz.ortaq.records.Severity;
import kz.ortaq.records.SourceKind;
import kz.ortaq.records.Stage;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * Looks at an address, a file or a folder before anybody registers it, and stores nothing: what it is, what is wrong
 * with it, and its first records.
 */
public final class Prober {

    private static final int HEAD = 1 << 16;
    private static final int LARGEST_PAGE = 1 << 22;

    private final Map<SourceKind, FileProbe> files;
    private final AddressProbe oai;
    private final AddressProbe site;
    private final FolderProbe folders;
    private final Net net;
    private final Path temporary;
    private final Settings.Harvest limits;

    /**
     * @param files what recognises files, in the order in which they are asked
     * @param temporary a folder for downloads
     */
    public Prober(
            Map<SourceKind, FileProbe> files,
            AddressProbe oai,
            AddressProbe site,
            Net net,
            Path temporary,
            Settings.Harvest limits) {
        this.files = files;
        this.oai = oai;
        this.site = site;
        this.folders = new FolderProbe(files, limits.folderFiles());
        this.net = net;
        this.temporary = temporary;
        this.limits = limits;
    }

    /**
     * Looks at an address of the web, a file or a folder.
     *
     * @param kind the one kind that is looked for; empty for any
     * @param records how many records are kept
     */
    public Probed look(String address, Optional<SourceKind> kind, int records) throws InterruptedException {
        if (SourceFiles.isAddress(address)) {
            return web(address, kind, records);
        }
        try {
            Path path = Path.of(address);
            if (address.isBlank() || !Files.isReadable(path)) {
                return nothing(address, Reason.FOLDER_MISSING, address);
            }
            if (Files.isRegularFile(path) && Files.size(path) == 0) {
                return new Probed(
                        address, Optional.empty(), List.of(problem(Reason.FILE_EMPTY, Severity.ERROR, address, "")));
            }
            Optional<Finding> finding = Files.isDirectory(path)
                    ? folders.look(path, kind, records)
                    : file(path, String.valueOf(path.getFileName()), kind, records);
            return new Probed(address, finding, unrecognised(address, finding, head(path)));
        } catch (IOException | InvalidPathException e) {
            return nothing(address, Reason.FOLDER_MISSING, address);
        }
    }

    private Probed web(String address, Optional<SourceKind> kind, int records) throws InterruptedException {
        if (wanted(kind, SourceKind.OAI)) {
            Optional<Finding> endpoint = oai.look(address, records);
            if (endpoint.isPresent() || kind.isPresent()) {
                return new Probed(address, endpoint, unrecognised(address, endpoint, ""));
            }
        }
        Path file = null;
        try {
            file = Files.createTempFile(temporary, "probe", ".part");
            Download download = net.download(address, Download.Conditions.NONE, file, limits.exportBytes());
            Optional<Finding> found = file(file, download.name(), kind, records);
            if (found.isPresent() || !html(file)) {
                return new Probed(address, found, unrecognised(address, found, head(file)));
            }
            return page(address, download, file, kind, records);
        } catch (NetException e) {
            return new Probed(address, Optional.empty(), List.of(e.toProblem(Severity.ERROR, "")));
        } catch (IOException e) {
            throw new UncheckedIOException("a download cannot be written", e);
        } finally {
            delete(file);
        }
    }

    /** A page for people: the endpoint, or the feed, may stand a little beside it; else the site itself is the source. */
    private Probed page(String address, Download download, Path file, Optional<SourceKind> kind, int records)
            throws IOException, InterruptedException {
        Document page;
        try (InputStream in = Files.newInputStream(file)) {
            byte[] beginning = in.readNBytes(LARGEST_PAGE);
            page = Jsoup.parse(
                    new java.io.ByteArrayInputStream(beginning),
                    null,
                    download.address().toString());
        }
        if (wanted(kind, SourceKind.OAI)) {
            for (String place : Beside.endpoints(download.address(), page)) {
                Optional<Finding> endpoint = oai.look(place, records);
                if (endpoint.isPresent()) {
                    return beside(address, place, endpoint);
                }
            }
        }
        List<Problem> also = new ArrayList<>();
        if (wanted(kind, SourceKind.FEED)) {
            for (String feed : Beside.feeds(download.address(), page)) {
                also.add(problem(Reason.FEED_BESIDE, Severity.INFO, address, feed));
            }
        }
        Optional<Finding> found = wanted(kind, SourceKind.SITE) ? site.look(address, records) : Optional.empty();
        also.addAll(unrecognised(address, found, page.title()));
        return new Probed(address, found, also);
    }

    private static Probed beside(String address, String place, Optional<Finding> finding) {
        return new Probed(place, finding, List.of(problem(Reason.ENDPOINT_BESIDE, Severity.INFO, address, place)));
    }

    private Optional<Finding> file(Path file, String name, Optional<SourceKind> kind, int records)
            throws IOException, InterruptedException {
        Optional<Finding> best = Optional.empty();
        for (Map.Entry<SourceKind, FileProbe> probe : files.entrySet()) {
            if (wanted(kind, probe.getKey())) {
                Optional<Finding> finding = probe.getValue().look(file, name, records);
                if (finding.filter(found -> found.read() > 0).isPresent()) {
                    return finding;
                }
                // Who read nothing of a file may still know best what it is: an old Excel file holds bytes like MARC's.
                best = fewerRejected(best, finding);
            }
        }
        return best;
    }

    private static Optional<Finding> fewerRejected(Optional<Finding> before, Optional<Finding> now) {
        if (before.isEmpty() || now.isEmpty()) {
            return before.isEmpty() ? now : before;
        }
        return now.get().rejected() < before.get().rejected() ? now : before;
    }

    private static boolean wanted(Optional<SourceKind> kind, SourceKind offered) {
        return kind.isEmpty() || kind.get() == offered;
    }

    private static boolean html(Path file) throws IOException {
        String head = head(file).toLowerCase(java.util.Locale.ROOT);
        return head.contains("<html") || head.contains("<!doctype html") || head.contains("<body");
    }

    private static String head(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return "";
        }
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(HEAD), java.nio.charset.StandardCharsets.UTF_8);
        }
    }

    private static List<Problem> unrecognised(String address, Optional<Finding> finding, String shown) {
        return finding.isPresent()
                ? List.of()
                : List.of(problem(Reason.NOT_RECOGNISED, Severity.ERROR, address, shown));
    }

    private static Probed nothing(String address, Reason reason, String value) {
        return new Probed(address, Optional.empty(), List.of(problem(reason, Severity.ERROR, "", value)));
    }

    private static Problem problem(Reason reason, Severity severity, String place, String value) {
        return new Problem(reason, severity, Stage.HARVEST, "", place, value);
    }

    private static void delete(@org.jspecify.annotations.Nullable Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            file.toFile().deleteOnExit();
        }
    }
}
