package kz.ortaq.engine.values;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TextbookPartsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "Алгебра. 7-сынып. 1-бөлім | 1 | part | | | | | алгебра",
                "Математика: 5-сыныпқа арналған оқулық, 2 бөлім | 2 | part | textbook | | | | математика",
                "Математика. Учебник для 5 класса. В 2-х ч. Ч. 2 | 2 | part | textbook | | | | математика",
                "Алгебра. 1-бөлім 7-сынып | 1 | part | | | | | алгебра",
                "Алгебра 7 часть 2 | 2 | part | | | | | алгебра",
                "Физика, часть 2, 8 класс | 2 | part | | | | | физика",
                "Физика. 1 часть 8 класс | 1 | part | | | | | физика",
                "Алгебра 2-бөлім 7 | 2 | part | | | | | алгебра",
                "Физика. I часть | 1 | part | | | | | физика",
                "English. Student's Book. Part 2 | 2 | part | student-book | | | | english",
                "Абай жолы. 1-кітап | 1 | book | | | | | абай жолы",
                "Собрание сочинений. Т. 3 | 3 | volume | | | | | собрание сочинений",
                "Вып. 13 | 13 | issue | | | | | вып 13",
                "Алгебра. 8-сынып. Жұмыс дәптері | 0 | | workbook | | | | алгебра",
                "Алгебра: рабочая тетрадь, 8 класс | 0 | | workbook | | | | алгебра",
                "Алгебра. Мұғалім кітабы. 8-сынып | 0 | | teacher-guide | | | | алгебра",
                "Алгебра. Оқыту әдістемесі. 8 | 0 | | teacher-guide | | | | алгебра",
                "Алгебра. Методическое руководство. 8 класс | 0 | | teacher-guide | | | | алгебра",
                "Алгебра. Есептер жинағы. 8 | 0 | | problem-book | | | | алгебра",
                "Сборник задач по алгебре. 8 класс | 0 | | problem-book | | | | по алгебре",
                "Қазақ әдебиеті. Хрестоматия. 8-сынып | 0 | | reader | | | | казак адебиети",
                "Қазақ тілі. Диктанттар жинағы | 0 | | dictations | | | | казак тили",
                "Геометрия 10 (ЖМБ) | 0 | | | natural-mathematical | | | геометрия",
                "Геометрия. 10 класс. ОГН | 0 | | | humanities | | | геометрия",
                "Геометрия: жаратылыстану-математикалық бағыт. 11-сынып | 0 | | | natural-mathematical | | | геометрия багыт",
                "Орыс тілі мен әдебиеті «Т2». 7-сынып | 0 | | | | | t2 | орыс тили мен адебиети",
                "Русский язык «Я1» 7 класс | 0 | | | | | t1 | русский язык",
                "Русский язык: для школ с казахским языком обучения. 7 класс | 0 | | | | kk | | русский язык для школ с",
                "Русский язык: для школ с русским языком обучения | 0 | | | | ru | | русский язык для школ с",
                "Орыс тілі: оқыту қазақ тілінде жүргізілетін мектептерге | 0 | | | | kk | | орыс тили жургизилетин мектептерге",
                "Дүниежүзі тарихы. Атлас. 6 | 0 | | atlas | | | | дуниежузи тарихы",
                "Қан мен тер | 0 | | | | | | кан мен тер",
                "Том Сойердің басынан кешкендері | 0 | | | | | | том сойердин басынан кешкендери",
                "Алгебра, 2-е изд. | 0 | | | | | | алгебра 2 е изд"
            })
    void readsWhatSetsBooksApart(
            String title,
            int part,
            String unit,
            String component,
            String direction,
            String medium,
            String target,
            String bare) {
        TextbookParts read = TextbookParts.parse(title);

        assertEquals(part, read.part(), title);
        assertEquals(or(unit), read.unit(), title);
        assertEquals(or(component), read.component(), title);
        assertEquals(or(direction), read.direction(), title);
        assertEquals(or(medium), read.medium(), title);
        assertEquals(or(target), read.target(), title);
        assertEquals(bare, read.bareTitle(), title);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Физика. Т. 2. Ч. 1 | 2.1",
                "Физика. Ч. 1. Т. 2 | 2.1",
                "Физика. 2-кітап, 2-бөлім | 2.2",
                "Соғыс және бейбітшілік. Т. 1-2 | 1-2",
                "История Казахстана : в 4 т. 3 | 3",
                "История Казахстана : в 4 т. Т. 3 | 3",
                "Istoriya Kazahstana : v 4 t. T. 3 | 3",
                "Fizika. 7 klass. Ch. 1 | 1",
                "Физика. 8 класс. Ч. 1 : учебник в 2 ч. Ч. 1 | 1",
                "Русский язык в 2 ч. 5 класс | ''",
                "Алгебра бөлімі | ''",
                "VODY YuZhNOI ChASTI OKEANA | ''",
                "Қан мен тер | ''"
            })
    void readsNumbersFromTheWiderToTheNarrower(String title, String numbers) {
        assertEquals(numbers, TextbookParts.parse(title).numbers(), title);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Алгебра. Рабочая тетрадь. Сборник задач | workbook, problem-book",
                "Рабочая тетрадь к учебнику «Русский язык» | workbook, textbook",
                "Есептер мен жаттығулар жинағы | problem-book",
                "Қазақ тілі: жұмыс дәптері | workbook",
                "Абай жолы | ''"
            })
    void readsAllThatABookIs(String title, String components) {
        assertEquals(components, String.join(", ", TextbookParts.parse(title).components()), title);
    }

    private static String or(@Nullable String cell) {
        return cell == null ? "" : cell;
    }
}
