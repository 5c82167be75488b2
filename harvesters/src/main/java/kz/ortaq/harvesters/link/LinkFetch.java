package kz.ortaq.harvesters.link;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import kz.ortaq.config.Reason;
import kz.ortaq.harvesters.net.Download;
import kz.ortaq.harvesters.net.Net;
import kz.ortaq.harvesters.net.NetException;
import kz.ortaq.records.Severity;
import kz.ortaq.records.StoredDocument;
import kz.ortaq.records.store.DocumentStore;
import kz.ortaq.records.store.Link;
import org.jspecify.annotations.Nullable;

/** Fetches the document of one link: the address itself, or the one that its page names. */
final class LinkFetch {

    /** What servers send where they mean an error. */
    private static final Set<FileType> FORMLESS = Set.of(FileType.TEXT, FileType.XML, FileType.JSON, FileType.OTHER);

    private final Net net;
    private final DocumentStore documents;
    private final Path temporary;
    private final long largest;
    private final LinkTable table;

    /** @param largest the most bytes of a document */
    LinkFetch(Net net, DocumentStore documents, Path temporary, long largest, LinkTable table) {
        this.net = net;
        this.documents = documents;
        this.temporary = temporary;
        this.largest = largest;
        this.table = table;
    }

    /** A document, and how many bytes were fetched for it; {@code unchanged} where it is the one that we had. */
    record Fetched(Link.Copy copy, long bytes, boolean unchanged) {}

    /** There is no document, for a reason that will not pass by itself. */
    static final class Refused extends Exception {

        private final Link.Trouble trouble;

        Refused(Reason reason, Severity severity, String value) {
            super(reason.code());
            this.trouble = new Link.Trouble(reason, severity, value);
        }

        Link.Trouble trouble() {
            return trouble;
        }
    }

    Fetched fetch(Link link) throws NetException, Refused, InterruptedException {
        try {
            Path file = Files.createTempFile(temporary, "link", ".part");
            try {
                return fetch(link, known(link), file);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a document cannot be stored", e);
        }
    }

    private Fetched fetch(Link link, Link.@Nullable Copy known, Path file)
            throws NetException, Refused, InterruptedException, IOException {
        Download first = download(link.address(), known, file);
        if (first.unchanged() && known != null) {
            return new Fetched(known, 0, true);
        }
        FileType type = FileTypes.of(file);
        if (type != FileType.HTML) {
            return stored(link, known, link.address(), first, type, file);
        }
        LandingPage page = LandingPage.read(file, first.address(), first.contentType(), table);
        String address = page.document().orElseThrow(() -> nothing(link, page));
        Download second = download(address, known, file);
        if (second.unchanged() && known != null) {
            return new Fetched(known, first.bytes(), true);
        }
        FileType found = FileTypes.of(file);
        if (found == FileType.HTML) {
            // One hop: what a document's address answers with a page, is no document.
            LandingPage other = LandingPage.read(file, second.address(), second.contentType(), table);
            throw other.asksForLogin()
                    ? login(address)
                    : new Refused(Reason.LINK_NOT_A_DOCUMENT, Severity.WARNING, found.type() + ", " + address);
        }
        Fetched fetched = stored(link, known, address, second, found, file);
        return new Fetched(fetched.copy(), first.bytes() + fetched.bytes(), fetched.unchanged());
    }

    /** What the store has of a link, if it still has it: only then may a server say that nothing changed. */
    private Link.@Nullable Copy known(Link link) {
        Link.Copy copy = link.outcome().copy();
        return copy != null && documents.find(copy.document().hash()).isPresent() ? copy : null;
    }

    private Download download(String address, Link.@Nullable Copy known, Path file)
            throws NetException, Refused, InterruptedException {
        Download.Conditions since = known != null && known.file().equals(address)
                ? new Download.Conditions(known.etag(), known.lastModified())
                : Download.Conditions.NONE;
        Download download = net.crawl(address, since, file, largest);
        if (download.unchanged() && since.equals(Download.Conditions.NONE)) {
            throw new Refused(Reason.LINK_NOT_A_DOCUMENT, Severity.WARNING, "304");
        }
        return download;
    }

    private Fetched stored(
            Link link, Link.@Nullable Copy known, String address, Download download, FileType type, Path file)
            throws Refused, IOException {
        if (!takes(type, address, download)) {
            boolean promised = table.promises(link.address()) || !address.equals(link.address());
            boolean odd = type == FileType.NOTHING || promised && FORMLESS.contains(type);
            throw new Refused(
                    odd ? Reason.LINK_NOT_A_DOCUMENT : Reason.LINK_UNSUPPORTED, Severity.WARNING, type.type());
        }
        DocumentStore.Stored stored;
        try (InputStream in = Files.newInputStream(file)) {
            stored = documents.put(in, largest);
        }
        StoredDocument document = new StoredDocument(stored.hash(), type.named(download.name()), stored.bytes());
        Link.Copy copy = new Link.Copy(document, address, download.etag(), download.lastModified());
        boolean unchanged = known != null && known.document().hash().equals(stored.hash());
        return new Fetched(copy, download.bytes(), unchanged);
    }

    /** A text without a word of that from the server may be anything: an error, a list, a program. */
    private boolean takes(FileType type, String address, Download download) {
        if (type != FileType.TEXT) {
            return table.takes(type.type());
        }
        boolean named = download.name().endsWith(".txt") || address.endsWith(".txt");
        boolean said = download.contentType().startsWith(type.type()) && !table.promises(address);
        return table.takes(type.type()) && (named || said);
    }

    private Refused nothing(Link link, LandingPage page) {
        if (page.asksForLogin()) {
            return login(link.address());
        }
        if (table.promises(link.address())) {
            return new Refused(Reason.LINK_NOT_A_DOCUMENT, Severity.WARNING, FileType.HTML.type());
        }
        return new Refused(Reason.LINK_WITHOUT_DOCUMENT, Severity.INFO, String.valueOf(page.files()));
    }

    private static Refused login(String address) {
        return new Refused(Reason.LINK_LOGIN, Severity.WARNING, address);
    }
}
