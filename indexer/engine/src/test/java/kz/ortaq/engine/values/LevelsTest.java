package kz.ortaq.engine.values;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import kz.ortaq.records.ResourceKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LevelsTest {

    private final Levels levels = new Levels();

    @ParameterizedTest
    @CsvSource({
        "udc,51(075.2),SCHOOL",
        "udc,51(075.3),SCHOOL",
        "udc,624.01:532.5(075.8),UNIVERSITY",
        "udc,51(075.32),COLLEGE",
        "bbk,22.1я72,SCHOOL",
        "bbk,65.052я723,COLLEGE",
        "bbk,65.31я73,UNIVERSITY",
        "bbk,38.1я71,SCHOOL"
    })
    void classNumbersTellTheLevel(String scheme, String number, Levels.Level level) {
        assertEquals(Optional.of(level), Levels.ofClass(scheme, number));
    }

    @ParameterizedTest
    @CsvSource({"udc,530.182", "bbk,84.5", "ddc,510", "bbk,74.262.21"})
    void otherClassNumbersTellNone(String scheme, String number) {
        assertEquals(Optional.empty(), Levels.ofClass(scheme, number));
    }

    @ParameterizedTest
    @CsvSource({
        "Колледж студенттеріне арналған,COLLEGE",
        "для студентов вузов,UNIVERSITY",
        "Мектеп жасына дейінгі балаларға,PRESCHOOL",
        "High school students through adults.,SCHOOL",
        "7-сынып,SCHOOL",
        "для широкого круга читателей,GENERAL"
    })
    void notesTellTheLevel(String note, Levels.Level level) {
        assertEquals(Optional.of(level), levels.of(List.of(note)));
    }

    @Test
    void codedDataTellAudienceAndKind() {
        assertEquals(Optional.of(Levels.Level.GENERAL), Levels.ofCodedData("20150323a19939999km-y0rumy0103----ba"));
        assertEquals(Optional.of(Levels.Level.SCHOOL), Levels.ofCodedData("20150323a19939999d  y0rusy50------ba"));
        assertEquals(Optional.empty(), Levels.ofCodedData("2015"));
        assertEquals(Optional.of(ResourceKind.TEXTBOOK), Kinds.ofCodedData("a   j   000yy"));
        assertEquals(Optional.of(ResourceKind.THESIS), Kinds.ofCodedData("a   dm  |||||"));
        assertEquals(Optional.empty(), Kinds.ofCodedData("y   z   000ay."));
    }

    @ParameterizedTest
    @CsvSource({
        "0+,0",
        "6−,0",
        "6-,0",
        "(12+),12",
        "16 +,16",
        "18+,18",
        "21+,21",
        "Для детей старше 6 лет,6",
        "12 жастан,12",
        "6+ 16+,16"
    })
    void ageMarksAreReadByOneTable(String text, int from) {
        assertEquals(from, AgeMark.parse(text).orElseThrow().from());
    }

    @ParameterizedTest
    @CsvSource({"''", "7 класс", "6-10 лет", "C++ 14", "12", "2+2", "5-6 кл.", "стр. 6-18", "1912+"})
    void unmarkedIsNeitherSafeNorForAdults(String text) {
        assertEquals(Optional.empty(), AgeMark.parse(text));
    }
}
