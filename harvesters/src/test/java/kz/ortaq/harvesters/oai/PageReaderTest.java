package kz.ortaq.harvesters.oai;

import static java.nio.charset.StandardCharsets.UTF_8;
import static kz.ortaq.harvesters.oai.TestPages.dom;
import static kz.ortaq.harvesters.oai.TestPages.identifiers;
import static kz.ortaq.harvesters.oai.TestPages.page;
import static kz.ortaq.harvesters.oai.TestPages.problems;
import static kz.ortaq.harvesters.oai.TestPages.read;
import static kz.ortaq.harvesters.oai.TestPages.record;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import kz.ortaq.config.Reason;
import kz.ortaq.records.HarvestPage;
import kz.ortaq.records.RawRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

final class PageReaderTest {

    @Test
    void slicesARecordCharacterForCharacter() throws Exception {
        String record = "<record >\r\n<!-- ескерту --><header  status = 'x'><identifier> oai:1 </identifier>"
                + "<datestamp>2026-11-01T10:00:00Z</datestamp><setSpec> a:b </setSpec><setSpec>c</setSpec></header>"
                + "<metadata><dc:dc xmlns:dc='urn:dc' xsi:type='x'><dc:t><![CDATA[Абай & <жолы> 😀]]></dc:t></dc:dc></metadata>"
                + "<about><a/></about><about><b/></about></record>";

        Page page = read(page(record));

        RawRecord raw = page.records().getFirst();
        assertEquals(
                record.replace(
                        "<record ",
                        "<record xmlns=\"http://www.openarchives.org/OAI/2.0/\""
                                + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "),
                raw.payload());
        assertEquals("oai:1", raw.id().identifier());
        assertEquals("kitap", raw.id().source());
        assertEquals("2026-11-01T10:00:00Z", raw.datestamp());
        assertEquals(List.of("a:b", "c"), raw.sets());
        assertEquals("urn:dc", raw.format());
        assertEquals("page 1", raw.place());
        assertEquals(
                "http://www.openarchives.org/OAI/2.0/",
                dom(raw.payload()).getDocumentElement().getNamespaceURI());
    }

    @Test
    void carriesNamespacesDeclaredOnTheRootIntoEachRecord() throws Exception {
        Page page = read("""
                <oai:OAI-PMH xmlns:oai="http://www.openarchives.org/OAI/2.0/" xmlns:dc="urn:one?a=1&amp;b=2" xmlns:own="urn:x">
                <oai:ListRecords xmlns:dc="urn:two&quot;">
                <oai:record xmlns:own="urn:own"><oai:header><oai:identifier>1</oai:identifier></oai:header>
                <oai:metadata><dc:dc own:a="b"/></oai:metadata></oai:record></oai:ListRecords></oai:OAI-PMH>""");

        RawRecord raw = page.records().getFirst();
        assertEquals("urn:two\"", raw.format());
        Element dc = (Element) dom(raw.payload()).getElementsByTagName("dc:dc").item(0);
        assertEquals("urn:two\"", dc.getNamespaceURI());
        assertTrue(dc.hasAttributeNS("urn:own", "a"));
    }

    @Test
    void readsAPageWithoutTheNamespaceOfOai() {
        Page page = read("<OAI-PMH><ListRecords><record><header><identifier>1</identifier></header>"
                + "<metadata><dc/></metadata></record></ListRecords></OAI-PMH>");

        assertEquals(List.of("1"), identifiers(page));
        assertEquals("", page.records().getFirst().format());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    '\n\n  '|⏎<?xml
                    '<br />\n<b>Notice</b>: Undefined index: x in <b>oai.php</b>\n'|<b>Notice</b>
                    '<?php require "a"; ?>\n'|<?php
                    '<?xml version="1.0"?>\nЕскерту: жад жетпейді\n'|Ескерту: жад
                    """)
    void passesOverWhatStandsBeforeTheDeclarationAndSaysSo(String junk, String said) {
        Page page = read(junk.replace("\\n", "\n") + page(record("1", "Абай жолы")));

        assertEquals(List.of("1"), identifiers(page));
        assertEquals(List.of(Reason.PAGE_MENDED), problems(page));
        assertTrue(
                page.problems().getFirst().value().contains(said),
                () -> page.problems().toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\uFEFF",
                "<?xml version='1.0'?><?xml-stylesheet href='a.xsl'?>\n<!-- -- a - b --><!DOCTYPE OAI-PMH>",
                ""
            })
    void saysNothingOfWhatMayStandAroundTheAnswer(String before) {
        String page = page(record("1", "Абай жолы")) + "\n<!-- 0.3 с --> \n";

        Page read = read(before + (before.startsWith("<") ? page.substring(page.indexOf("<OAI-PMH")) : page));

        assertEquals(List.of("1"), identifiers(read));
        assertEquals(List.of(), read.problems());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\u0003"})
    void passesOverNoticesOfPhpBehindTheEndAndSaysSo(String fault) {
        Page page = read(page(record("1", "Абай" + fault), "<resumptionToken>t&amp;2</resumptionToken>")
                + "\n<b>Notice</b>: x & y");

        assertEquals(List.of("1"), identifiers(page));
        assertEquals(Optional.of("t&2"), page.token());
        assertEquals(Reason.PAGE_MENDED, page.problems().getFirst().reason());
        assertTrue(page.problems().getFirst().value().contains("<b>Notice</b>"));
    }

    @Test
    void readsXmlThatIsSentAsAWebPageAndSaysSo() {
        Page page = read(page(record("1", "Абай")).getBytes(UTF_8), "text/html; charset=utf-8");

        assertEquals(List.of("1"), identifiers(page));
        assertEquals(List.of(Reason.PAGE_MENDED), problems(page));
    }

    @Test
    void readsAnAnswerThatWasEscapedWholeAndSaysSo() {
        String answer = page(record("1", "Абай &amp; жолы"))
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");

        Page page = read("<html><body><pre>" + answer + "</pre></body></html>");

        assertEquals(List.of("1"), identifiers(page));
        assertEquals(Reason.PAGE_MENDED, page.problems().getFirst().reason());
    }

    @ParameterizedTest
    @ValueSource(strings = {"<resumptionToken/>", "<resumptionToken cursor=\"7\"> \n</resumptionToken>", ""})
    void takesAnEmptyTokenForTheEndOfTheList(String token) {
        assertEquals(Optional.empty(), read(page(record("1", "a"), token)).token());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\u0003"})
    void saysHowLongTheWholeListIs(String fault) {
        String token = "<resumptionToken expirationDate='x' completeListSize=' 1500 ' cursor='0'>t</resumptionToken>";

        Page page = read(page(record("1", "a" + fault), token));
        Page last = read(page(record("1", "a" + fault), "<resumptionToken completeListSize=\"7\"/>"));

        assertEquals(OptionalLong.of(1500), page.completeListSize());
        assertEquals(OptionalLong.of(7), last.completeListSize());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "completeListSize=''", "completeListSize='-1'", "completeListSize='many'"})
    void passesOverASizeThatIsNone(String size) {
        Page page = read(page(record("1", "a"), "<resumptionToken " + size + ">t</resumptionToken>"));

        assertEquals(OptionalLong.empty(), page.completeListSize());
        assertEquals(Optional.of("t"), page.token());
    }

    @Test
    void keepsADeletionWithItsDatestamp() {
        Page page = read(
                page(
                        "<record><header status='deleted'><identifier>1</identifier><datestamp>2026</datestamp></header></record>"));

        RawRecord raw = page.records().getFirst();
        assertTrue(raw.deleted());
        assertEquals("2026", raw.datestamp());
        assertEquals("", raw.payload());
    }

    @Test
    void saysOfAWebPageHowItBegins() {
        Page page = read("<!DOCTYPE html><html><body>Жөндеу жүріп жатыр</body></html>");

        assertEquals(Page.Shape.OTHER, page.shape());
        HarvestPage.Rejected rejected = page.rejected().getFirst();
        assertEquals(Reason.NOT_OAI, rejected.problem().reason());
        assertTrue(rejected.problem().value().contains("Жөндеу"));
        assertEquals(0, rejected.records());
    }

    @Test
    void takesTheAnswerToAnotherVerbForNoList() {
        Page page = read("<OAI-PMH><Identify><repositoryName>x</repositoryName></Identify></OAI-PMH>");

        assertEquals(Page.Shape.OTHER, page.shape());
    }

    @Test
    void saysOfNothingThatItIsNothing() {
        Page page = read(" \n ");

        assertEquals(Page.Shape.EMPTY, page.shape());
        assertEquals(Reason.ANSWER_EMPTY, page.problems().getFirst().reason());
    }

    @Test
    void readsAnErrorEvenWhenItIsNotWellFormed() {
        Page plain = read("<OAI-PMH><error code=\"noRecordsMatch\">Ештеңе жоқ</error></OAI-PMH>");
        Page broken = read("<OAI-PMH><error code=\"unknownError\">{\"query\": \"a & b\"}\u0003</error></OAI-PMH>");

        assertEquals(Optional.of(new OaiError("noRecordsMatch", "Ештеңе жоқ")), plain.failure());
        assertEquals("unknownError", broken.failure().orElseThrow().code());
    }
}
