package kz.ortaq.harvesters.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import kz.ortaq.config.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HeadingsTest {

    @ParameterizedTest
    @CsvSource({
        "'Кітаптың  атауы', title",
        "'АТАУЫ:', title",
        "'Шығ.жылы', date",
        "'Шығарылған\nжылы', date",
        "'Сыныбы', grade",
        "'Cынып', grade", // with a Latin C
        "'Тили', language",
        "'Даналар саны (дана)', copies",
        "'Инв.№', inventory",
        "'Инв. N', inventory",
        "'Инвентар-\nлық нөмірі', inventory",
        "'Пән', subject",
        "'ӘОЖ', udc",
        "'Наименование учебника', title",
        "'Ф.И.О. автора', creator",
        "'Кол-во экземпляров', copies",
        "'Год изд.', date",
        "'Атауы / Название', title",
        "'Авторы (Автор)', creator",
        "'Title of the book', title",
        "'first_author', creator",
        "'PublicationYear', date",
        "'Date of Publishing', date",
        "'BL Record ID', identifier",
        "'yearOfBirth', ''",
        "'Год рождения', ''",
        "'#', number"
    })
    void knowsHeadingsInThreeLanguagesHoweverTheyAreTyped(String heading, String field) {
        assertEquals(field, Headings.table().field(heading));
    }

    @ParameterizedTest
    @CsvSource({
        "5-сынып, 5",
        "5 «А» сынып, 5",
        "7-8 класс, 7-8",
        "11-й класс, 11",
        "Grade 9, 9",
        "25 кл, ''",
        "Математика, ''"
    })
    void findsTheGradeInAShortText(String text, String grade) {
        assertEquals(grade, Headings.table().grade(text, false));
    }

    @ParameterizedTest
    @CsvSource({
        "Қазақ тілінде, kk",
        "5 сынып қазақ, kk",
        "на русском языке, ru",
        "Қазақ тілі, ''", // perhaps the school subject
        "Русский язык, ''"
    })
    void findsTheLanguageWhereItCanBeNothingElse(String text, String language) {
        assertEquals(language, Headings.table().language(text));
    }

    @Test
    void writesItsFirstHeadingOfEachLanguage() {
        assertEquals("Атауы", Headings.table().heading("title", Language.KK));
        assertEquals("Название", Headings.table().heading("title", Language.RU));
        assertEquals("Title", Headings.table().heading("title", Language.EN));
    }
}
