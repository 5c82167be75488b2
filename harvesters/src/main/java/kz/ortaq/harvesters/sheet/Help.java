package kz.ortaq.harvesters.sheet;

import java.util.Map;
import kz.ortaq.config.Tables;

/** The sheet of the template that explains it, which holds no books. */
final class Help {

    private static final Map<String, Object> NAMES = Headings.map(Headings.map(
                    Headings.map(Tables.read(Headings.RESOURCE).get("template")).get("help"))
            .get("name"));

    private Help() {}

    static boolean isOne(String sheet) {
        return NAMES.containsValue(sheet);
    }
}
