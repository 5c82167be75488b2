package kz.ortaq.harvesters.site;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import kz.ortaq.harvesters.DocumentTypes;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Finds the documents that a page links to or shows, each with the words that say what it is. */
final class LinkedDocuments {

    private static final int MOST = 2_000;
    private static final int MOST_LOOKED = 5_000;
    private static final int LONGEST = 300;
    private static final int FURTHEST_UP = 6;
    private static final int FURTHEST_BACK = 30;
    private static final Pattern HEADING = Pattern.compile("h[1-6]|dt|summary|strong|b");

    /** Folders and files that people share from a disk in the cloud: the page of the file, and not the file. */
    private static final Pattern SHARED = Pattern.compile(
            "(?i)https?://(?:drive\\.google\\.com/(?:file/d/|open\\?)|docs\\.google\\.com/"
                    + "(?:document|presentation|spreadsheets)/d/|disk\\.yandex\\.(?:ru|kz|com)/[di]/|yadi\\.sk/[di]/|cloud\\.mail\\.ru/public/).*");

    /** Words on a link that say what to do with it, and not what it is. */
    private static final Set<String> NO_TITLE = Set.of(
            "скачать",
            "загрузить",
            "открыть",
            "читать",
            "смотреть",
            "просмотр",
            "просмотреть",
            "подробнее",
            "далее",
            "здесь",
            "тут",
            "файл",
            "документ",
            "ссылка",
            "полный",
            "текст",
            "в",
            "формате",
            "жүктеу",
            "жүктеп",
            "алу",
            "көшіру",
            "ашу",
            "оқу",
            "қарау",
            "толығырақ",
            "осында",
            "осы",
            "жерде",
            "құжат",
            "сілтеме",
            "файлды",
            "download",
            "open",
            "read",
            "view",
            "here",
            "more",
            "file",
            "link",
            "full",
            "text",
            "онлайн",
            "online",
            "pdf",
            "doc",
            "docx",
            "epub",
            "fb2",
            "djvu",
            "ppt",
            "pptx",
            "xls",
            "xlsx",
            "rtf",
            "zip",
            "txt",
            "kb",
            "mb",
            "кб",
            "мб",
            "байт",
            "бет");

    /** The kind and size of a file behind its title: «Абай. Қара сөздер (pdf, 2 МБ)». */
    private static final Pattern TAIL =
            Pattern.compile("(?iu)[\\s,;–—-]*[(\\[]?\\s*\\.?(?:pdf|docx?|odt|rtf|epub|fb2|djvu|pptx?|xlsx?|txt)"
                    + "(?:[\\s,;/–—-]*\\d+(?:[.,]\\d+)?\\s*(?:[кмkm][бb]|байт))?\\s*[)\\]]?$");

    /**
     * A document.
     *
     * @param title what the page calls it
     * @param shared whether the address is a page of a disk in the cloud
     * @param html the link as it stands in the page
     */
    record Found(String address, String title, boolean shared, String html) {}

    private LinkedDocuments() {}

    /** The documents of a page by their address, in the order of the page. */
    static Map<String, Found> of(Document page) {
        Map<String, Found> found = new LinkedHashMap<>();
        int looked = 0;
        for (Element element : page.select("a[href], area[href], embed[src], iframe[src], object[data]")) {
            String attribute = element.hasAttr("href") ? "href" : element.hasAttr("src") ? "src" : "data";
            String written = element.absUrl(attribute);
            boolean shared = SHARED.matcher(written).matches();
            String type = element.attr("type").toLowerCase(Locale.ROOT);
            boolean document = shared || DocumentTypes.isDocument(written, type.contains("html") ? "" : type);
            String address = document ? PageAddresses.normal(written).orElse("") : "";
            Found before = found.get(address);
            // A cover and a title often lead to the same file; the one with words says more.
            boolean known = before != null && !before.title().equals(fileName(address));
            if (address.isEmpty() || known) {
                continue;
            }
            looked++;
            if (looked > MOST_LOOKED || found.size() >= MOST) {
                break;
            }
            found.put(address, new Found(address, title(element, address), shared, element.outerHtml()));
        }
        return found;
    }

    private static String title(Element link, String address) {
        Element image = link.selectFirst("img[alt]");
        String[] texts = {
            link.text(), link.attr("title"), link.attr("download"), image == null ? "" : image.attr("alt"), around(link)
        };
        for (String said : texts) {
            String words = said.length() > LONGEST ? said.substring(0, LONGEST) + "…" : said.strip();
            String title = TAIL.matcher(words).replaceFirst("").strip();
            if (saysSomething(title)) {
                return title;
            }
        }
        return fileName(address);
    }

    private static boolean saysSomething(String text) {
        if (text.length() > LONGEST) {
            return true;
        }
        for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")) {
            if (!word.isEmpty() && !NO_TITLE.contains(word) && !word.chars().allMatch(Character::isDigit)) {
                return true;
            }
        }
        return false;
    }

    /** What stands beside the link in its item, row or paragraph, or in the heading above it. */
    private static String around(Element link) {
        Element block = link.closest("li, tr, p, dd, figure");
        if (block != null && block.select("a[href]").size() <= 3) {
            Element copy = block.clone();
            copy.select("a").stream()
                    .filter(other -> !saysSomething(other.text()))
                    .forEach(Element::remove);
            String text = copy.text().strip();
            if (!text.isEmpty() && text.length() <= LONGEST) {
                return text;
            }
        }
        Element at = link;
        for (int up = 0; up < FURTHEST_UP && at != null; up++, at = at.parent()) {
            Element before = at.previousElementSibling();
            for (int back = 0; back < FURTHEST_BACK && before != null; back++) {
                if (HEADING.matcher(before.normalName()).matches()
                        && before.text().length() <= LONGEST) {
                    return before.text();
                }
                before = before.previousElementSibling();
            }
        }
        return "";
    }

    private static String fileName(String address) {
        String name = PageAddresses.readable(PageAddresses.path(address));
        name = name.substring(name.lastIndexOf('/') + 1).replaceFirst("\\.[A-Za-z0-9]{1,5}$", "");
        String words = name.replace('_', ' ').replace('+', ' ').strip();
        return words.isEmpty() ? address : words;
    }
}
