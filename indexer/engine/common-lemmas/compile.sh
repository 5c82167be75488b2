#!/bin/sh
# Compiles indexer/engine/src/main/resources/kz/ortaq/engine/index/common-lemmas.txt anew, after the lemmas of the analysis
# have changed. Wants Debian (apt-get, dpkg-deb), combine_tessdata and dawg2wordlist (package tesseract-ocr), a JDK 25 in
# JAVA_HOME, and the libraries that ./ortaq lays out.
#
#   ./ortaq --version && ./mvnw -pl indexer/engine -am test-compile && indexer/engine/common-lemmas/compile.sh
#
# Source, as Debian packages it:
#   tesseract-ocr-kaz  its list of word forms, Apache-2.0: which forms occur
set -eu
here=$(cd "$(dirname "$0")" && pwd)
module=$(dirname "$here")
libraries=$module/../../target/ortaq/lib
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download tesseract-ocr-kaz
for package in ./*.deb; do dpkg-deb -x "$package" files; done
combine_tessdata -u "$(find files -name kaz.traineddata)" kaz.
dawg2wordlist kaz.lstm-unicharset kaz.lstm-word-dawg occurring.txt
"$JAVA_HOME/bin/java" -cp "$module/target/test-classes:$libraries/*" kz.ortaq.engine.index.CommonLemmasCompiler \
    occurring.txt > common-lemmas.txt
mv common-lemmas.txt "$module/src/main/resources/kz/ortaq/engine/index/common-lemmas.txt"
