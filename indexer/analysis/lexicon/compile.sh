#!/bin/sh
# Compiles indexer/analysis/src/main/resources/kz/ortaq/analysis/stem/lexicon.txt anew. Wants Debian (apt-get, dpkg-deb),
# combine_tessdata and dawg2wordlist (package tesseract-ocr), and a JDK 25 in JAVA_HOME.
#
#   ./mvnw -pl indexer/analysis -am test-compile && indexer/analysis/lexicon/compile.sh
#
# Sources, as Debian packages them:
#   hunspell-kk        spelling dictionary, GPL-2+ or LGPL-2.1+ or MPL-1.1+: entries that may be lemmas
#   tesseract-ocr-kaz  its list of word forms, Apache-2.0: which forms occur
#   core.txt           short stems, our own
set -eu
here=$(cd "$(dirname "$0")" && pwd)
module=$(dirname "$here")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download hunspell-kk tesseract-ocr-kaz
for package in ./*.deb; do dpkg-deb -x "$package" files; done
tr -d '\r' < files/usr/share/hunspell/kk_KZ.dic > dictionary.txt
combine_tessdata -u "$(find files -name kaz.traineddata)" kaz.
dawg2wordlist kaz.lstm-unicharset kaz.lstm-word-dawg occurring.txt
"$JAVA_HOME/bin/java" -cp "$module/target/classes:$module/target/test-classes" kz.ortaq.analysis.stem.LexiconCompiler \
    dictionary.txt occurring.txt "$here/core.txt" > lexicon.txt
mv lexicon.txt "$module/src/main/resources/kz/ortaq/analysis/stem/lexicon.txt"
