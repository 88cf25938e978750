"""Tells in which language a text is, by its script, and in Latin letters by its commonest words.

Names, single words and texts without common words are of no language here; so are Latin texts in languages that
``languages.toml`` does not list, and Japanese in Latin letters.
"""

from __future__ import annotations

import functools
import importlib.resources
import re
import tomllib
from collections import Counter
from dataclasses import dataclass

__all__ = ["Language", "language", "names", "primary"]

# What is written in each script, the language that is likeliest in Japan first.
_SCRIPTS = {
    "kana": (r"[\u3041-\u3096\u30a1-\u30fa\u30fc\uff66-\uff9d]", ("ja", "ain", "ryu")),
    "han": (r"[\u3400-\u4dbf\u4e00-\u9fff\u3005]", ()),
    "hangul": (r"[\u1100-\u11ff\uac00-\ud7a3]", ("ko",)),
    "latin": (r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]", ()),
    "cyrillic": (
        r"[\u0400-\u04ff]",
        ("ru", "uk", "mn", "be", "bg", "sr", "mk", "kk", "ky", "tg", "tt", "uz", "az"),
    ),
    "arabic": (r"[\u0600-\u06ff]", ("ar", "fa", "ur", "ps", "ug", "ckb", "ku", "sd", "pa")),
    "hebrew": (r"[\u05d0-\u05ea]", ("he", "yi", "iw")),
    "devanagari": (r"[\u0900-\u097f]", ("ne", "hi", "mr", "sa", "bho", "mai", "kok")),
    "bengali": (r"[\u0980-\u09ff]", ("bn", "as")),
    "tamil": (r"[\u0b80-\u0bff]", ("ta",)),
    "sinhala": (r"[\u0d80-\u0dff]", ("si",)),
    "thai": (r"[\u0e01-\u0e5b]", ("th",)),
    "lao": (r"[\u0e81-\u0edf]", ("lo",)),
    "burmese": (r"[\u1000-\u109f]", ("my", "shn", "mnw")),
    "khmer": (r"[\u1780-\u17ff]", ("km",)),
    "greek": (r"[\u0370-\u03ff]", ("el",)),
}
_NOT_WORDS = re.compile(r"https?://\S+|www\.\S+|\S+@\S+|\S+\.(?:html?|pdf|jp|com|org)\b")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
# Characters of Chinese sentences that Japanese does not write, simplified and traditional.
_CHINESE = frozenset("您你们們这這请請吗嗎为為说說还沒没给給让讓么麼她啊吧呢哪谁誰")
_LEAST_CHINESE = 15
_LEAST_COMMON = 3
_LEAST_SHARE = 0.25

_NAMES = {
    "ja": ("日本語", "Japanese"),
    "en": ("英語", "English"),
    "zh": ("中国語", "Chinese"),
    "ko": ("韓国・朝鮮語", "Korean"),
    "nl": ("オランダ語", "Dutch"),
    "de": ("ドイツ語", "German"),
    "fr": ("フランス語", "French"),
    "es": ("スペイン語", "Spanish"),
    "pt": ("ポルトガル語", "Portuguese"),
    "it": ("イタリア語", "Italian"),
    "sv": ("スウェーデン語", "Swedish"),
    "da": ("デンマーク語", "Danish"),
    "nb": ("ノルウェー語", "Norwegian"),
    "fi": ("フィンランド語", "Finnish"),
    "pl": ("ポーランド語", "Polish"),
    "id": ("インドネシア語", "Indonesian"),
    "tl": ("フィリピノ語", "Filipino"),
    "vi": ("ベトナム語", "Vietnamese"),
    "ru": ("ロシア語", "Russian"),
    "th": ("タイ語", "Thai"),
    "ne": ("ネパール語", "Nepali"),
    "my": ("ミャンマー語", "Burmese"),
}
# Tags that name what a list above calls otherwise, and near relatives that word lists cannot tell apart.
_SAME = {
    "no": "nb", "nn": "nb", "fil": "tl", "ms": "id", "jv": "id", "in": "id", "gl": "pt", "yue": "zh", "cmn": "zh",
    "wuu": "zh", "hak": "zh", "nan": "zh", "lzh": "zh",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Language:
    """What a text is written in.

    :param tags: primary language subtags that it may bear, the likeliest first.
    :param letters: how many letters speak for it.
    :param words: how many words the text has; 0 where a script writes none apart.
    :param common: how many of them are common words of the language.
    :param declared: how many are common words of the language that the text is said to be in.
    """

    tags: tuple[str, ...]
    letters: int
    words: int = 0
    common: int = 0
    declared: int = 0

    @property
    def scripted(self) -> bool:
        """Whether the script alone tells it."""
        return not self.words


def primary(tag: str) -> str:
    """The first subtag of a language tag, as the word lists name it."""
    subtag = tag.strip().lower().replace("_", "-").partition("-")[0]
    return _SAME.get(subtag, subtag)


def names(tag: str) -> tuple[str, str]:
    """What a language is called, in Japanese and English."""
    return _NAMES.get(primary(tag), (tag, tag))


def language(text: str, declared: str = "") -> Language | None:
    """In which language a text is; None where that cannot be told.

    :param declared: the tag that the text bears: its words count for it where two languages share words.
    """
    text = _NOT_WORDS.sub(" ", text)
    scripts = Counter(
        {name: len(found) for name, (letters, _) in _SCRIPTS.items() if (found := re.findall(letters, text))}
    )
    if not scripts:
        return None
    total = scripts.total()
    if scripts["kana"] and scripts["kana"] + scripts["han"] > total / 2:
        return Language(_SCRIPTS["kana"][1], scripts["kana"] + scripts["han"])
    script, letters = scripts.most_common(1)[0]
    if letters <= total / 2:
        return None
    if script == "latin":
        return _by_words(text, letters, primary(declared))
    if script == "han":
        chinese = scripts["han"] >= _LEAST_CHINESE and not scripts["kana"] and len(_CHINESE & set(text)) > 1
        return Language(("zh",), letters) if chinese else None
    return Language(_SCRIPTS[script][1], letters)


def _by_words(text: str, letters: int, declared: str) -> Language | None:
    spoken = [word.lower().replace("’", "'") for word in _WORD.findall(text)]
    common = Counter({tag: sum(word in known for word in spoken) for tag, known in _lists().items()})
    own = common[declared]
    tag, most = common.most_common(1)[0]
    # Neighbouring languages share many words: the declared one gives way only to twice as many.
    if declared in common and own * 2 >= most:
        tag, most = declared, own
    if most < _LEAST_COMMON or most < _LEAST_SHARE * len(spoken):
        return None
    return Language((tag,), letters, len(spoken), most, own)


@functools.cache
def _lists() -> dict[str, frozenset[str]]:
    text = importlib.resources.files(__package__ or "").joinpath("languages.toml").read_text(encoding="utf-8")
    return {tag: frozenset(words.split()) for tag, words in tomllib.loads(text).items()}
