package kz.ortaq.harvesters.folder;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.ortaq.config.Reason;
import kz.ortaq.harvesters.HarvestedLists;
import kz.ortaq.records.CuratedList;
import kz.ortaq.records.ListText;

/** Lists of works that lie among the documents of a folder as files of text: {@code Ай кітабы.тізім.txt}. */
final class ListFiles {

    private static final Pattern NAME = Pattern.compile("(.+)\\.(?:тізім|список|list)\\.txt");

    private ListFiles() {}

    /** Whether a file is a list, and so no document. */
    static boolean isList(Path file) {
        return matcher(file).matches();
    }

    /** Reads the lists of a folder; the name of a file is the title of its list. */
    static void read(Path root, FolderListing listing, HarvestedLists lists) {
        for (Path file : listing.files()) {
            if (isList(file)) {
                read(file, ShownPath.of(root, file), lists);
            }
        }
    }

    private static void read(Path file, String path, HarvestedLists lists) {
        Matcher name = matcher(file);
        String title = name.matches() ? written(file).substring(0, name.end(1)).replace('_', ' ') : path;
        HarvestedLists.Head head = new HarvestedLists.Head(path, title, "", "", "");
        try {
            if (Files.size(file) > ListText.LONGEST) {
                lists.say(Reason.DOCUMENT_TOO_LARGE, path, String.valueOf(ListText.LONGEST));
                return;
            }
            lists.list(head);
            for (ListText.Line line : ListText.lines(Files.readString(file, StandardCharsets.UTF_8))) {
                lists.add(head, new CuratedList.Entry("", line.asked(), "", List.of(line.asked()), line.note()));
            }
        } catch (CharacterCodingException e) {
            lists.say(Reason.FILE_UNREADABLE, path, "UTF-8");
        } catch (IOException e) {
            lists.say(Reason.FILE_UNREADABLE, path, e.toString());
        }
    }

    private static Matcher matcher(Path file) {
        return NAME.matcher(written(file).toLowerCase(Locale.ROOT));
    }

    /** Macs write й as и and a breve. */
    private static String written(Path file) {
        Path name = file.getFileName();
        return name == null ? "" : Normalizer.normalize(name.toString(), Normalizer.Form.NFC);
    }
}
