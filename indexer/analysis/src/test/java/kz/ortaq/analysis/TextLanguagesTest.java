package kz.ortaq.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextLanguagesTest {

    /** The first article of the Universal Declaration of Human Rights, or its beginning. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            kk | Барлық адамдар тумысынан азат және қадір-қасиеті мен құқықтары тең болып дүниеге келеді.
            ru | Все люди рождаются свободными и равными в своем достоинстве и правах.
            uk | Всі люди народжуються вільними і рівними у своїй гідності та правах.
            ky | Бардык адамдар өз беделинде жана укуктарында эркин жана тең укуктуу болуп жаралат.
            tt | Барлык кешеләр дә азат һәм үз абруйлары һәм хокуклары ягыннан тиң булып туалар.
            ba | Бөтә кешеләр ҙә азат һәм үҙҙәренең абруйы һәм хоҡуҡтары яғынан тиң булып тыуа.
            mn | Хүн бүр төрж мэндлэхэд эрх чөлөөтэй, адилхан нэр төртэй, ижил эрхтэй байдаг.
            uz | Барча одамлар эркин, қадр-қиммат ва ҳуқуқларда тенг бўлиб туғиладилар.
            uz | Barcha odamlar erkin, qadr-qimmat va huquqlarda teng boʻlib tugʻiladilar.
            tg | Тамоми одамон озод ба дунё меоянд ва аз лиҳози манзилату ҳуқуқ бо ҳам баробаранд.
            ug | Һәммә адәм занидинла әркин, иззәт-һөрмәт вә һоқуқта баравәр болуп туғулған.
            en | All human beings are born free and equal in dignity and rights.
            kk | Barlyq adamdar tumysynan azat jäne qadır-qasietı men qūqyqtary teñ bolyp düniege keledı.
            kk | Barlyk adamdar tumysynan azat zhane kadir-kasieti men kukyktary ten bolyp duniege keledi.
            kk | بارلىق ادامدار تۋمىسىنان ازات جانە قادىر-قاسيەتى مەن قۇقىقتارى تەڭ بولىپ دۇنيەگە كەلەدى.
            ug | ھەممە ئادەم زاتىدىنلا ئەركىن، ئىززەت-ھۆرمەت ۋە ھوقۇقتا باپباراۋەر بولۇپ تۇغۇلغان.
            """)
    void tellsTheLanguageOfASentence(String language, String text) {
        assertEquals(
                Optional.of(language),
                TextLanguages.of(text),
                () -> TextLanguages.guesses(text).toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            kk | Қазақстан тарихы
            kk | Ұлы дала елінің әдебиеті
            kk | Мектеп кітапханасы, 5-сынып
            kk | Абай жолы
            ru | История Казахстана
            ru | Учебник для 5 класса общеобразовательной школы
            ru | Война и мир
            en | To be or not to be
            en | The history of Kazakhstan
            ky | Кыргыз тилинин тарыхы жөнүндө
            ug | Уйғур әдәбияти тарихидин һекайиләр
            ug | Биз мәктәптә оқуймиз вә китап җавабкәрлиги билән танишимиз
            tt | Татар халкының җырлары һәм әкиятләре
            """)
    void tellsTheLanguageOfATitle(String language, String title) {
        assertEquals(
                Optional.of(language),
                TextLanguages.of(title),
                () -> TextLanguages.guesses(title).toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Alle Menschen sind frei und gleich an Würde und Rechten geboren. Sie sind mit Vernunft und Gewissen begabt.
            Tous les êtres humains naissent libres et égaux en dignité et en droits, et doivent agir les uns pour les autres.
            Bütün insanlar hür, haysiyet ve haklar bakımından eşit doğarlar. Akıl ve vicdana sahiptirler.
            يولد جميع الناس أحرارا متساوين في الكرامة والحقوق وقد وهبوا عقلا وضميرا
            2026
            ...
            """)
    void takesNoOtherLanguageForOneOfOurs(String text) {
        assertEquals(
                Optional.empty(),
                TextLanguages.of(text),
                () -> TextLanguages.guesses(text).toString());
    }

    @Test
    void beliefsAddUpToOneOnAnyText() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            StringBuilder text = new StringBuilder();
            random.ints(random.nextInt(300), 0, 0x700).forEach(text::appendCodePoint);

            List<TextLanguages.Guess> guesses = TextLanguages.guesses(text);

            double sum =
                    guesses.stream().mapToDouble(TextLanguages.Guess::belief).sum();
            assertTrue(guesses.isEmpty() || Math.abs(sum - 1) < 1e-6, guesses.toString());
        }
    }
}
