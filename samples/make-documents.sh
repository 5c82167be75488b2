#!/usr/bin/env bash
# Makes the documents of the two document libraries again from samples/sources.
# Needs: LibreOffice (Writer and Impress), qpdf, the DejaVu fonts (they have all Kazakh letters).
set -euo pipefail
cd "$(dirname "$0")"

tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT

# make SOURCE TARGET: one source (without its ending) into one document.
# The ending of TARGET says which format is wanted.
make() {
  local src=sources/$1 target=$2 ext=${2##*.} filter infilter=()
  mkdir -p "$(dirname "$target")"
  case $ext in
    html) cp "$src.html" "$target"; return ;;
    pdf)  filter='pdf:writer_pdf_Export' ;;
    docx) filter='docx:MS Word 2007 XML' ;;
    odt)  filter='odt:writer8' ;;
    rtf)  filter='rtf:Rich Text Format' ;;
    txt)  filter='txt:Text (encoded):UTF8,LF,,,' ;;
    epub) filter='epub:EPUB' ;;
    pptx) filter='pptx:Impress MS PowerPoint 2007 XML' ;;
    *) echo "unknown format: $target" >&2; exit 1 ;;
  esac
  if [[ -f $src.fodp ]]; then src=$src.fodp
  else src=$src.html; infilter=('--infilter=HTML (StarWriter)'); fi
  soffice --headless "-env:UserInstallation=file://$tmp/profile" "${infilter[@]}" \
    --convert-to "$filter" --outdir "$tmp" "$src" >/dev/null 2>&1
  local name; name=$(basename "$src")
  mv "$tmp/${name%.*}.$ext" "$target"
  echo "$target"
}

# --- The village school: sub-folders, Kazakh names with spaces --------------
v=village-school
make $v/abai-eli        "$v/Оқулықтар/Абай елі - өлкетану оқулығы.pdf"
make $v/qazaq-khandygy  "$v/Оқулықтар/Қазақ хандығы - оқу кітабы.epub"
make $v/steppe-reader   "$v/Оқулықтар/The Steppe - English reader.epub"
make $v/ertegi          "$v/Оқулықтар/Кешкі ертегілер.epub"
make $v/fizika-7        "$v/Оқулықтар/Физика 7 конспект.pdf"
make $v/abai-sabaq      "$v/Әдістемелік/Абай сабақтары.docx"
make $v/dauystap-oqu    "$v/Әдістемелік/Дауыстап оқу сағаты.docx"
make $v/zertteu-joba    "$v/Әдістемелік/Зерттеу жобасы ереже.odt"
make $v/jyldyq-jospar   "$v/Әдістемелік/Жылдық жоспар (соңғы).rtf"
make $v/bagalau         "$v/Әдістемелік/Бағалау өлшемдері.docx"
make $v/qarauyl-tarihy  "$v/Өлкетану/Қарауыл ауылының тарихы.pdf"
make $v/jidebai         "$v/Өлкетану/Жидебайға экскурсия.docx"
make $v/osimdik         "$v/Өлкетану/Шыңғыстау өсімдіктері.html"
make $v/aral            "$v/Өлкетану/Экология Арала.pdf"
make $v/poligon         "$v/Өлкетану/Полигон хроника.pdf"
make $v/aqsaqal         "$v/Өлкетану/Ақсақал әңгімесі.txt"
make $v/kiizui          "$v/Өлкетану/Киіз үй.docx"
make $v/dombyra-sheberi "$v/Өлкетану/Домбыра шебері.pdf"
make $v/slaid-abai      "$v/Сабақтар/Абай слайд.pptx"
make $v/slaid-handyq    "$v/Сабақтар/Қазақ хандығы слайд.pptx"
make $v/algebra-esep    "$v/Сабақтар/Алгебра 7 есептер.pdf"
make $v/qoja-sabaq      "$v/Сабақтар/Документ1.docx"
make $v/urok-dombra     "$v/Сабақтар/План урока домбра.docx"
make $v/lesson-dombyra  "$v/Сабақтар/Lesson dombyra.pdf"
make $v/esse-abai       "$v/Сабақтар/Эссе Абай және мен.docx"
make $v/nauryz          "$v/Сабақтар/Наурыз сценарий.odt"
make $v/keste           "$v/Сабақтар/кесте.html"

# --- The lyceum -------------------------------------------------------------
l=lyceum
make $l/ecology-steppe  "$l/Рефераты/Экология степи.docx"
make $l/fizika-zadachi  "$l/Физика и математика/Сборник задач по физике.pdf"
make $l/olimpiada       "$l/Физика и математика/Олимпиада лицея.pdf"
make $l/vasiliev        "$l/Литература/Вечер Павла Васильева.docx"
make $l/step-rasskazy   "$l/Литература/Степные рассказы.epub"
make $l/debaty          "$l/Литература/Дебаты о книгах.rtf"
make $l/pavlodar        "$l/Өлкетану/Павлодар тарихы.pdf"
make $l/satpaev         "$l/Өлкетану/Каныш Сатпаев.pdf"
make $l/slaid-irtysh    "$l/Өлкетану/Иртыш презентация.pptx"
make $l/steppe-ecology  "$l/English/Steppe ecology report.pdf"
make $l/pravila         "$l/Правила библиотеки.txt"

# --- Files that are wrong on purpose ----------------------------------------
# The same file in two folders.
cp "$v/Өлкетану/Домбыра шебері.pdf" "$v/Сабақтар/Домбыра шебері.pdf"
# An empty file.
: > "$v/Сабақтар/Жаңа құжат.docx"
# A PDF cut in half, as after a broken download.
size=$(wc -c < "$v/Өлкетану/Экология Арала.pdf")
head -c $((size / 2)) "$v/Өлкетану/Экология Арала.pdf" > "$v/Өлкетану/Экология Арала (жартысы).pdf"
# A PDF that opens only with a password ("ulgi").
qpdf --encrypt ulgi ulgi-owner 256 -- "$l/Физика и математика/Олимпиада лицея.pdf" \
  "$l/Физика и математика/Олимпиада ответы (пароль).pdf"
# Leftovers of other programs: a thumbnail cache and a lock file.
printf '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1sample' > "$v/Thumbs.db"
printf '\x06Ulgi' > "$v/Әдістемелік/~\$лок.docx"
