package kz.ortaq.extractor;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * Reads the documents in a ZIP archive, one after another, under bounds on how deep archives stand in one another, how
 * many documents they hold, and what they grow to.
 */
final class ArchiveReader {

    static final String TYPE = "application/zip";

    private static final String BOUND = "document-archive-bound";
    private static final int DEEPEST = 3;
    private static final int MOST_DOCUMENTS = 1_000;
    private static final long MOST_BYTES = 512L << 20;
    // What is packed tighter than text ever is, and large, was made to fill disks.
    private static final long TIGHTEST = 200;
    private static final long SMALL = 8L << 20;
    // How the archives of Windows name files in Cyrillic where they do not say otherwise.
    private static final Charset NAMES = Charset.forName("IBM866");

    private final DocumentReader documents;
    private int read;
    private long bytes;

    ArchiveReader(DocumentReader documents) {
        this.documents = documents;
    }

    /** What came of one archive so far. */
    private static final class Gathered {
        private final List<Answer.Page> pages = new ArrayList<>();
        private Answer.@Nullable Problem problem;
        private @Nullable Answer only;
        private int members;
        private int characters;
        private boolean cut;

        private Gathered copy() {
            var copy = new Gathered();
            copy.pages.addAll(pages);
            copy.problem = problem;
            copy.only = only;
            copy.members = members;
            copy.characters = characters;
            copy.cut = cut;
            return copy;
        }
    }

    /** What a member tells while it is read, as what the whole archive would tell. */
    private record MemberProgress(Gathered before, String name, int characters, Progress whole) implements Progress {

        @Override
        public void soFar(Answer answer) throws IOException {
            var gathered = before.copy();
            gather(gathered, name, answer);
            whole.soFar(answer(gathered, characters));
        }

        /** The page by its place among those of all members so far. */
        @Override
        public void read(Answer.Page page) throws IOException {
            int place = before.pages.size() + page.number();
            whole.read(new Answer.Page(place, page.how(), page.quality(), page.text(), page.kind(), page.label()));
        }
    }

    /**
     * The text of all documents in it, each page under the name of its document; an archive that holds one document
     * answers like that document.
     *
     * @param depth 1 for a file, 2 for an archive in it
     * @param progress hears of what all members so far came to
     */
    Answer read(Path file, int characters, int depth, Progress progress) throws IOException {
        if (depth > DEEPEST) {
            return Answer.without(TYPE, new Answer.Problem(BOUND, DEEPEST + " ZIP > ZIP"));
        }
        var gathered = new Gathered();
        try (ZipFile zip = ZipFile.builder()
                .setPath(file)
                .setCharset(StandardCharsets.UTF_8)
                .get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                if (entry.isDirectory() || isLeftover(name(entry))) {
                    continue;
                }
                if (gathered.cut || !take(zip, entry, characters, depth, gathered, progress)) {
                    break;
                }
            }
        }
        return answer(gathered, characters);
    }

    private boolean take(
            ZipFile zip, ZipArchiveEntry entry, int characters, int depth, Gathered gathered, Progress progress)
            throws IOException {
        if (++read > MOST_DOCUMENTS) {
            gathered.problem = new Answer.Problem(BOUND, MOST_DOCUMENTS + " *");
            return false;
        }
        Path member = Files.createTempFile("member", ".part");
        try {
            if (!unpack(zip, entry, member)) {
                gathered.problem = new Answer.Problem(BOUND, (MOST_BYTES >> 20) + " MiB");
                return false;
            }
            String name = name(entry);
            var request = new Request(member.toString(), name, characters - gathered.characters);
            var itsProgress = new MemberProgress(gathered, name, characters, progress);
            Answer answer = documents.read(request, this, depth, itsProgress);
            add(gathered, name, answer);
            return gathered.characters < characters;
        } finally {
            Files.deleteIfExists(member);
        }
    }

    /** Unpacks a member; false where it grows beyond what is allowed. */
    private boolean unpack(ZipFile zip, ZipArchiveEntry entry, Path member) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long unpacked = 0;
        long tightest = Math.max(SMALL, entry.getCompressedSize() * TIGHTEST);
        try (InputStream in = zip.getInputStream(entry);
                OutputStream out = Files.newOutputStream(member)) {
            for (int some = in.read(buffer); some >= 0; some = in.read(buffer)) {
                unpacked += some;
                bytes += some;
                if (bytes > MOST_BYTES || unpacked > tightest) {
                    return false;
                }
                out.write(buffer, 0, some);
            }
        }
        return true;
    }

    private static void add(Gathered gathered, String name, Answer answer) {
        Answer.Problem problem = answer.problem();
        boolean unread = problem != null && problem.code().equals("document-unsupported");
        boolean text = answer.pages().stream().anyMatch(page -> !page.text().isEmpty());
        if (unread && answer.pages().isEmpty() || Format.isPicture(answer.mediaType()) && !text) {
            // Pictures, sounds and programs among the documents; a picture of a page has text once it was read.
            return;
        }
        gather(gathered, name, answer);
    }

    private static void gather(Gathered gathered, String name, Answer answer) {
        Answer.Problem problem = answer.problem();
        gathered.members++;
        gathered.only = answer;
        if (problem != null) {
            gathered.cut |= problem.code().equals(BOUND);
            if (gathered.problem == null) {
                gathered.problem = new Answer.Problem(problem.code(), name + ": " + problem.detail());
            }
        }
        for (Answer.Page page : answer.pages()) {
            gathered.characters += page.text().length();
            String label = page.label().isEmpty() ? name : name + " · " + page.label();
            gathered.pages.add(
                    new Answer.Page(page.number(), page.how(), page.quality(), page.text(), page.kind(), label));
        }
    }

    private static Answer answer(Gathered gathered, int characters) {
        Answer only = gathered.only;
        if (gathered.members == 1 && only != null && (only.problem() != null || gathered.problem == null)) {
            return only;
        }
        Answer.Problem problem = gathered.problem;
        if (problem == null && gathered.members == 0) {
            problem = Failures.unsupported(TYPE);
        } else if (problem == null
                && gathered.pages.stream().allMatch(page -> page.text().isEmpty())) {
            problem = new Answer.Problem("document-without-text", TYPE);
        }
        if (gathered.characters >= characters) {
            problem = new Answer.Problem("document-cut", Integer.toString(characters));
        }
        return new Answer(TYPE, TextLanguage.of(gathered.pages), Map.of(), gathered.pages, problem);
    }

    /** What Macs and Windows leave in archives and folders. */
    private static boolean isLeftover(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        return path.startsWith("__MACOSX/")
                || name.startsWith("._")
                || name.startsWith("~$")
                || name.equals("thumbs.db")
                || name.equals(".ds_store")
                || name.equals("desktop.ini");
    }

    /** The member's path; one that does not say in what charset is in UTF-8 where it can be, else in cp866. */
    private static String name(ZipArchiveEntry entry) {
        byte[] raw = entry.getRawName();
        if (raw == null || entry.getGeneralPurposeBit().usesUTF8ForNames()) {
            return entry.getName();
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(raw))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(raw, NAMES);
        }
    }
}
