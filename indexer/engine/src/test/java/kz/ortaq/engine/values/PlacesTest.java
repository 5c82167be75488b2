package kz.ortaq.engine.values;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import kz.ortaq.config.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PlacesTest {

    private final Places places = new Places();

    @Test
    void theTableHasAsManyPlacesAsTheClassifier() {
        Map<Place.Kind, Long> counted =
                places.all().stream().collect(Collectors.groupingBy(Place::kind, Collectors.counting()));

        assertEquals(17, counted.get(Place.Kind.REGION));
        assertEquals(3, counted.get(Place.Kind.CITY));
        assertEquals(209, counted.getOrDefault(Place.Kind.TOWN, 0L) + counted.getOrDefault(Place.Kind.DISTRICT, 0L));
        assertEquals(20, places.highest().size());
    }

    @Test
    void everyPlaceIsFoundByEachOfItsNamesWithinItsRegion() {
        for (Place place : places.all()) {
            for (Language language : Language.values()) {
                String path = places.path(place, language);
                assertTrue(places.find(path).contains(place), path);
                assertEquals(Optional.of(place.highest()), places.region(path), path);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Абай облысы | 100000000",
                "область Абай | 100000000",
                "Abai Region | 100000000",
                "Павлодарская обл. | 550000000",
                "Павлодарской области | 550000000",
                "Павлодар облысында | 550000000",
                "Pavlodarskaya oblast | 550000000",
                "Pavlodar oblysy | 550000000",
                "Пaвлoдapcкaя oблacть | 550000000",
                "Западно-Казахстанская область | 270000000",
                "Западно Казахстанская обл | 270000000",
                "Батыс Қазақстан облысы | 270000000",
                "Batys Qazaqstan oblysy | 270000000",
                "БҚО | 270000000",
                "Южно-Казахстанская область | 610000000",
                "Оңтүстік Қазақстан облысы | 610000000",
                "Семипалатинская область | 100000000",
                "Гурьевская обл. | 230000000",
                "г. Астана | 710000000",
                "Астана қ. | 710000000",
                "Нұр-Сұлтан қаласы | 710000000",
                "Нур-Султан | 710000000",
                "Целиноград (город) | 710000000",
                "Алма-Ата | 750000000",
                "Алма Ата | 750000000",
                "АЛМАТЫ | 750000000",
                "г.Алматы | 750000000",
                "Алматы облысы | 190000000",
                "Алматинская область | 190000000",
                "Семипалатинск | 101000000",
                "Semey qalasy | 101000000",
                "Чимкент | 790000000",
                "Джамбул | 311000000",
                "Усть-Каменогорск | 631000000",
                "Өскемен қ. | 631000000",
                "Кустанай | 391000000",
                "Павлодар | 551000000",
                "Түркістан қаласы | 611000000",
                "Туркестан, Туркестанская область | 611000000",
                "Туркестанская обл. | 610000000",
                "г. Туркестан (Казахстан) | 611000000",
                "Орал қаласы | 271000000",
                "Батыс Қазақстан облысы, Орал | 271000000",
                "область Жетысу | 330000000",
                "Восточно-Казахстанская область, Абайский район | 103200000",
                "Шығыс Қазақстан облысы Абай ауданы | 103200000",
                "Абайский р-н Восточно-Казахстанской обл. | 103200000",
                "Карагандинская область, Улытауский район | 623800000",
                "Алматинская область, Аксуский район | 333200000",
                "ВКО, г. Семей | 101000000",
                "Павлодар (Казахстан) | 551000000",
                "Павлодар; Ресей | 551000000",
                "Ғабит Мүсірепов атындағы ауданы | 596600000",
                "Баянаульский р-н | 553600000",
                "Павлодарская область, Баянаульский район | 553600000",
                "Казахстан -- Павлодарская обл. -- Баянаульский р-н | 553600000",
                "Баянауыл ауданы (Павлодар облысы) | 553600000",
                "Bayanauyl audany | 553600000",
                "Карагандинская область, Абайский район | 353200000",
                "Абай облысы Абай ауданы | 103200000",
                "область Абай район Ақсуат | 103400000",
                "город Павлодар Павлодарской области | 551000000",
                "район имени Габита Мусрепова | 596600000",
                "Ғабит Мүсірепов ауданы | 596600000",
                "Зыряновский район | 634800000",
                "район Алтай | 634800000",
                "Баянауыл, Павлодар облысы | 553600000",
                "Алматы, Алмалинский район | 751110000"
            })
    void aNameLeadsToOnePlace(String written, String code) {
        assertEquals(
                Optional.of(code),
                places.certain(written, 0).map(Place::code),
                () -> places.find(written).toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ақмола | 710000000 110000000",
                "Акмола | 710000000 110000000",
                "Абай | 100000000 103200000 353200000",
                "Абайский район | 103200000 353200000 791110000",
                "Ақсу | 551600000 333200000",
                "Кокчетавская область | 110000000 590000000"
            })
    void whatMayBeSeveralPlacesStaysOpen(String written, String codes) {
        assertEquals(codes, places.find(written).stream().map(Place::code).collect(Collectors.joining(" ")));
        assertEquals(Optional.empty(), places.certain(written, 0));
        assertEquals(Optional.empty(), places.region(written));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "Қазақстан",
                "Омская область",
                "Омская область, Павлоградский район",
                "Павлодар (Россия)",
                "Павлодар, Ресей",
                "Павлодар (РФ)",
                "Pavlodar, Russia",
                "Аксу (Қырғызстан)",
                "Туркестан, Өзбекстан",
                "Россия",
                "Париж",
                "г.",
                "облысы",
                "—",
                "1995"
            })
    void whatIsNoPlaceOfOursLeadsNowhere(String written) {
        assertEquals(List.of(), places.find(written));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Алтай", "Арал", "Май", "Тарбағатай", "Зайсан", "Алатау", "Талас"})
    void aNameOfNatureIsNoDistrictByItself(String written) {
        assertTrue(!places.find(written).isEmpty());
        assertEquals(Optional.empty(), places.certain(written, 0));
        assertEquals(Optional.empty(), places.region(written));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Туркестан",
                "Түркістан",
                "Turkestan",
                "Жетісу",
                "Жетысу",
                "Орал",
                "Оңтүстік Қазақстан",
                "West Kazakhstan"
            })
    void aNameThatAlsoMeansALargerLandIsNothingCertainOfABook(String written) {
        assertEquals(
                Optional.empty(),
                places.certain(written, 0),
                () -> places.find(written).toString());
        assertEquals(Optional.empty(), places.region(written));
        assertTrue(!places.find(written).isEmpty());
    }

    @Test
    void aLibraryInATownOfSuchANameIsInTheTown() {
        assertEquals(Optional.of("611000000"), places.located("Туркестан").map(Place::code));
        assertEquals(Optional.of("271000000"), places.located("Орал").map(Place::code));
        assertEquals(Optional.of("330000000"), places.located("Жетісу").map(Place::code));
        assertEquals(Optional.of("611000000"), places.located("Туркестан").map(Place::code));
        assertEquals(Optional.empty(), places.located("Ақсу"));
        assertEquals(
                Optional.of("611000000"), places.publishedIn("Туркестан", 2020).map(Place::code));
    }

    @Test
    void aBookOfBeforeLiesInTheRegionThatWasDividedOffLater() {
        assertEquals(Optional.of("100000000"), places.region("Восточно-Казахстанская область, Абайский район"));
        assertEquals(Optional.of("630000000"), places.region("Восточно-Казахстанская область"));
        assertEquals(Optional.of("630000000"), places.region("Восточно-Казахстанская область, Тарбагатайский район"));
        assertEquals(Optional.of("350000000"), places.region("Карагандинская область, Абайский район"));
    }

    @Test
    void noPlaceIsCalledLikeACountry() {
        for (Place place : places.all()) {
            for (Language language : Language.values()) {
                assertTrue(!places.find(place.name(language)).isEmpty(), place.toString());
            }
        }
    }

    @Test
    void townsOfTheSameRegionMakeTheRegionCertain() {
        assertEquals(Optional.of("550000000"), places.region("Павлодар"));
        assertEquals(Optional.of("390000000"), places.region("Костанайский"));
    }

    @Test
    void aYearTellsWhichNameHeld() {
        assertEquals(
                Optional.of("710000000"), places.publishedIn("Ақмола", 1995).map(Place::code));
        assertEquals(
                Optional.of("710000000"), places.publishedIn("Целиноград", 1975).map(Place::code));
        assertEquals(Optional.empty(), places.publishedIn("Целиноград", 2015));
        assertEquals(
                Optional.of("311000000"), places.publishedIn("Жамбыл", 1996).map(Place::code));
        assertEquals(
                Optional.of("750000000"),
                places.publishedIn("Алма-Ата : Жазушы", 1984).map(Place::code));
    }

    @Test
    void aCodeLeadsToItsPlaceAndThatOfSomethingSmallerToTheDistrict() {
        assertEquals(Optional.of("103200000"), places.of("103230100").map(Place::code));
        assertEquals(Optional.of("751110000"), places.of("751110000").map(Place::code));
        assertEquals(Optional.of("100000000"), places.of("109999999").map(Place::code));
        assertEquals(Optional.empty(), places.of("990000000"));
        assertEquals(Optional.empty(), places.of("10"));
        assertEquals("Abai Region", places.label("100000000", Language.EN));
        assertEquals(
                "область Абай, Абайский район",
                places.path(places.of("103200000").orElseThrow(), Language.RU));
        assertEquals("Абай ауданы", places.of("103200000").orElseThrow().name(Language.EN));
    }

    @Test
    void whateverIsWrittenIsReadInBounds() {
        long seed = Long.getLong("ortaq.seed", System.nanoTime());
        Random random = new Random(seed);
        String letters = "абқғңcеoblysy облысы ауданы район г. қ. ,;()--—Алматы\u0301\u0000😀";
        for (int i = 0; i < 2_000; i++) {
            String text = random.ints(random.nextInt(700), 0, letters.length())
                    .mapToObj(place -> letters.substring(place, place + 1))
                    .collect(Collectors.joining());
            assertTrue(places.find(text).size() < 50, () -> "seed " + seed + ": " + text);
        }
    }
}
