"""Reads and writes the tab-separated tables: UTF-8, LF, a header line, no quoting."""

import re
import unicodedata

LANGUAGES = (
    "en ro ru uk az tr de fr es it pl pt nl ar fa he zh ja ka hy kk el bg sr cs sk hu sv fi ko"
).split()
CORE_LANGUAGES = LANGUAGES[:8]

_SEPARATORS = re.compile(r"[\s|]+")


def clean(text):
    """One line without the characters the tables use as separators."""
    return _SEPARATORS.sub(" ", text).strip()


def write(path, header, rows):
    """Writes `rows` (sequences of values); None is an empty field."""
    lines = ["\t".join(header)]
    for row in rows:
        fields = ["" if value is None else str(value) for value in row]
        if len(fields) != len(header) or any("\t" in f or "\n" in f for f in fields):
            raise SystemExit(f"{path}: this row does not fit its {len(header)} columns: {fields}")
        lines.append("\t".join(fields))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


def read(path):
    """Rows of a table as dictionaries; lines that start with # are remarks."""
    rows, header = [], None
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), start=1):
        if not line or line.startswith("#"):
            continue
        fields = line.split("\t")
        if header is None:
            header = fields
            continue
        if len(fields) != len(header):
            raise SystemExit(f"{path}:{number}: {len(fields)} fields, the header has {len(header)}.")
        rows.append(dict(zip(header, fields)))
    return rows


def degrees(value, digits=5):
    """A coordinate without trailing zeros."""
    text = f"{value:.{digits}f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def key(name):
    """A rough folding, only to see that two names are the same."""
    text = unicodedata.normalize("NFKD", name.lower())
    text = text.translate({0x131: "i", 0x259: "e", 0x1dd: "e", 0xf8: "o", 0x142: "l", 0xdf: "ss"})
    return "".join(c for c in text if c.isalnum())


_CYRILLIC = re.compile("[\u0400-\u04ff]")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
_CYRILLIC_ONLY = ("ru", "uk", "bg")
_LATIN_ONLY = "en ro az tr de fr es it pl pt nl cs sk hu sv fi".split()


def script_fits(language, form):
    """Whether a form is written in its language's script; look-alike letters of another are a trap."""
    if language in _CYRILLIC_ONLY:
        return bool(_CYRILLIC.search(form)) and not _LATIN.search(form)
    return language not in _LATIN_ONLY or not _CYRILLIC.search(form)


class Names:
    """Language-tagged names in the order they were added, each form once per language."""

    def __init__(self):
        self._forms = []
        self._seen = set()

    def add(self, language, form):
        form = clean(form)
        mark = (language, form.lower())
        if form and mark not in self._seen:
            self._seen.add(mark)
            self._forms.append((language, form))

    def add_tagged(self, text):
        """Adds `lang:form|lang:form`."""
        for item in filter(None, text.split("|")):
            language, _, form = item.partition(":")
            if not form:
                raise SystemExit(f"'{item}' has no language tag; write lang:form, or :form.")
            self.add(language, form)

    def has(self, language):
        return any(tag == language for tag, _ in self._forms)

    def forms(self, language):
        return [form for tag, form in self._forms if tag == language]

    def all_forms(self):
        return [form for _, form in self._forms]

    def remove(self, language, form):
        self._forms = [pair for pair in self._forms if pair != (language, form)]

    def text(self):
        rank = {language: i for i, language in enumerate(LANGUAGES)}
        ordered = sorted(self._forms, key=lambda pair: rank.get(pair[0], len(rank)))
        return "|".join(f"{language}:{form}" for language, form in ordered)
