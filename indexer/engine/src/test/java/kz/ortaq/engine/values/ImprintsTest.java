package kz.ortaq.engine.values;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ImprintsTest {

    private final Imprints imprints = new Imprints();
    private final RightsStatements rights = new RightsStatements();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Алматы : Мектеп | almaty",
                "А.: | almaty",
                "Алма-Ата | almaty",
                "[Almaty?] : | almaty",
                "г. Алматы | almaty",
                "М. | moscow",
                "[Moskva], | moscow",
                "Мәскеу | moscow",
                "СПб. [и др.] | saint-petersburg",
                "Нұр-Сұлтан | astana",
                "Целиноград | astana",
                "Ақмола | astana",
                "Астана қ. | astana",
                "New York, N.Y. : | new-york",
                "М. ; СПб. | moscow saint-petersburg",
                "Louvain-la-Neuve (Belg.) : | ''"
            })
    void placesHaveOneIdUnderAllTheirNames(String written, String ids) {
        assertEquals(ids, String.join(" ", imprints.places(written)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Мектеп",
                "«Мектеп»",
                "\"Мектеп\" баспасы",
                "Мектеп баспасы ЖШС",
                "ТОО «Мектеп»",
                "Изд-во «Мектеп»",
                "МЕКТЕП,"
            })
    void publishersMeetWithoutTheirForm(String written) {
        assertEquals("мектеп", imprints.publisher(written));
    }

    @Test
    void publishersOfOtherNamesStayApart() {
        Set<String> names = List.of(
                        "Мектеп",
                        "Атамұра",
                        "Алматыкітап баспасы",
                        "Арман-ПВ",
                        "Питер",
                        "Питер Принт",
                        "Жазушы",
                        "Баспа")
                .stream()
                .map(imprints::publisher)
                .collect(Collectors.toSet());

        assertEquals(8, names.size());
        assertEquals("", imprints.publisher("[s.n.],"));
        assertEquals("", imprints.publisher("[б. и.]"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "http://creativecommons.org/licenses/by-nc/4.0/ | CC-BY-NC-4.0 | open | 3",
                "https://creativecommons.org/licenses/by/4.0/legalcode | CC-BY-4.0 | open | 3",
                "Attribution-NonCommercial 4.0 International (CC BY-NC 4.0) | CC-BY-NC-4.0 | open | 3",
                "Creative Commons Attribution-NonCommercial-NoDerivs License | CC-BY-NC-ND | open | 3",
                "Creative Commons Attribution Non Commercial Share Alike 4.0 International | CC-BY-NC-SA-4.0 | open | 3",
                "CC0 | CC0-1.0 | open | 3",
                "domaine public | public-domain | open | 3",
                "Қоғамдық игілік | public-domain | open | 3",
                "http://rightsstatements.org/vocab/NKC/1.0/ | NKC | '' | 2",
                "https://rightsstatements.org/page/InC-EDU/1.0/ | InC-EDU | open | 3",
                "In Copyright - Educational Use Permitted | InC-EDU | open | 3",
                "All Rights Reserved. | InC | '' | 2",
                "© Барлық құқықтар қорғалған | InC | '' | 2",
                "info:eu-repo/semantics/openAccess | '' | open | 3",
                "info:eu-repo/semantics/closedAccess | '' | '' | 1",
                "info:eu-repo/semantics/restrictedAccess | '' | library | 2",
                "Только в читальном зале | '' | library | 2",
                "Ашық қолжетім | '' | open | 3",
                "по запросу | '' | request | 2",
                "None | '' | '' | 0"
            })
    void rightsAreReadByStatementThenByWords(String written, String id, String access, int permits) {
        RightsStatements.Rights read = rights.of(List.of(written));

        assertEquals(
                List.of(id, access, permits),
                List.of(read.id(), read.access(), read.permits().size()));
    }
}
