package kz.ortaq.engine.query;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keyboards on the wrong layout. */
final class KeyboardLayoutsTest {

    @ParameterizedTest
    @CsvSource({"rfpfrcnfy, казакстан", "0fpf0cnfy, қазақстан", "ыеуззу, steppe", "2ке, әке", "[fy, хан"})
    void areReadAsTheyWereMeant(String typed, String meant) {
        assertTrue(
                KeyboardLayouts.otherReadings(typed).contains(meant),
                () -> KeyboardLayouts.otherReadings(typed).toString());
    }
}
