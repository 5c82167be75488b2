package kz.ortaq.records;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BinTest {

    /** Numbers of two banks and an energy company, as they stand in their own publications. */
    @ParameterizedTest
    @ValueSource(strings = {"940140000385", "971240001315", "020240000555"})
    void numbersThatWereGivenOutAreValid(String number) {
        assertTrue(Bin.isValid(number));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "94014000038",
                "9401400003855",
                "940140000386",
                "490140000385",
                "94014000038A",
                "９40140000385"
            })
    void whatIsMistypedIsNot(String number) {
        assertFalse(Bin.isValid(number));
    }
}
