package kz.ortaq.engine.query;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers by which books are known. */
final class NumbersTest {

    @ParameterizedTest
    @CsvSource({
        "978-601-01-2345-6, 9786010123456",
        "9786010123456, 9786010123456",
        "0-306-40615-2, 9780306406157",
        "ISBN 0306406152, 9780306406157",
        "5-02-013850-Х, 9785020138506",
        "84(5Каз)7-4, 845КАЗ74",
        "Абай, ''",
        "-, ''"
    })
    void haveOneForm(String typed, String expected) {
        assertEquals(expected, Numbers.key(typed).orElse(""));
    }
}
