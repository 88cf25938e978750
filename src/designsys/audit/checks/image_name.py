"""An image whose alternative is no description: a file name, 「写真1」, "image", or the name of another thing.

A file name is certain unless the page shows it as text, as lists of files do. Whether other words describe the image,
only a person can see.
"""

from __future__ import annotations

from designsys.audit.facts.naming import know_names
from designsys.audit.findings import CERTAIN, LIKELY, Observation
from designsys.audit.page import LoadedPage

__all__ = ["ACTS", "ASPECTS", "CRITERIA", "ID", "judge"]

ID = "image-name"
CRITERIA = ("1.1.1",)
ASPECTS = frozenset({"width", "scripts"})
ACTS = False
_WORDS = {
    "file": (
        '画像の代替テキスト「{name}」はファイル名です。見えない人に内容が伝わりません。何が写っているかを alt に書き、飾りなら alt="" にしてください。',
        "The image's alternative '{name}' is a file name, which tells nothing to people who do not see it. "
        'Write in alt what it shows, or alt="" if it is decoration.',
    ),
    "generic": (
        '画像の代替テキスト「{name}」だけでは、何の画像か分かりません。何が写っているかを alt に書き、飾りなら alt="" にしてください。',
        "The image's alternative '{name}' does not tell what it shows. "
        'Write in alt what it shows, or alt="" if it is decoration.',
    ),
    "other": (
        "画像のファイル名は別のものを指していますが、代替テキストは「{name}」です。画像と合っているか確かめてください。",
        "The image's file name speaks of another thing than its alternative '{name}'. See which of them is right.",
    ),
}

_SCRIPT = r"""(() => {
  const FILE = /^[^\s/]+\.(jpe?g|png|gif|svg|webp|avif|bmp|tiff?|heic)$/i;
  const CAMERA = /^(img|dsc[fn]?|image|pict?|photo|screenshot|スクリーンショット|スライド|slide|無題|untitled|cimg|p)[-_ ]?\d{2,}([-_ (]\d+\)?)*$/i;
  const GENERIC = /^(the |an? )?(image|img|photo|photograph|picture|pic|graphic|icon|figure|fig|illustration|banner|thumbnail|alt|alt text|placeholder|spacer|untitled|no image|null|undefined|画像|写真|イメージ|イメージ画像|イメージ写真|図|図表|イラスト|アイコン|サムネイル|バナー|代替テキスト|無題|絵|挿絵|添付画像)[-_ 　]?[\d０-９①-⑳]*(です|その[0-9一二三四五])?$/i;
  const LAYOUT = /^(main|header|footer|head|foot|site|top|side|page|nav|home|corp|company|city|official|small|large|big|mini|white|black|dark|light|color|colour|sp|pc|new|old|default|full|text|my|our|img|pic|web|horizontal|vertical|\d+x?\d*)$/i;
  const file = element => decodeURIComponent((element.currentSrc || element.src || '').startsWith('data:') ? '' : (element.currentSrc || element.src || '').split('/').at(-1).split('?')[0]);

  // "w3c-logo.png" and "ERCIM logo": of one kind, and each names another owner.
  function other(stem, name) {
    const [own, told] = [stem, name].map(text => text.toLowerCase().split(/[^a-z0-9]+/).filter(Boolean));
    if (own.length !== 2 || told.length < 2 || !/^[\x20-\x7e]+$/.test(name)) return false;
    const kind = own.find(word => ['logo', 'emblem', 'flag'].includes(word) && told.includes(word));
    const [mine] = own.filter(word => word !== kind);
    const theirs = told.filter(word => word !== kind && !LAYOUT.test(word));
    return Boolean(kind) && !LAYOUT.test(mine) && mine.length > 2 && theirs.length === 1
      && theirs[0][0] !== mine[0] && !theirs[0].includes(mine) && !mine.includes(theirs[0]);
  }

  const shown = document.body?.innerText.normalize('NFKC') ?? '';
  const found = probe.named(named => probe.all('img, input[type=image], area, svg[role=img], [role=img], object').flatMap(element => {
    if (!probe.visible(element) || element.closest('[aria-hidden=true]')) return [];
    const name = (named(element) ?? '').normalize('NFKC').trim();
    if (!name || (element.localName === 'img' && element.complete && !element.naturalWidth && !element.src)) return [];
    const source = file(element);
    const stem = source.replace(/\.\w+$/, '');
    const told = (kind, certain = false) => [{kind, certain, name: name.slice(0, 60), element}];
    if (FILE.test(name)) return told('file', name === source && !shown.includes(name) && !element.closest('a'));
    if (name.length > 4 && name === stem && /[_\d]|-.*-/.test(name)) return told('file');
    if (CAMERA.test(name) || GENERIC.test(name)) return told('generic');
    return other(stem, name) ? told('other') : [];
  }));
  return found.map(({element, ...told}) => ({...told, path: probe.path(element)}));
})()"""


def judge(page: LoadedPage) -> list[Observation]:
    """Report each image whose alternative describes nothing."""
    know_names(page)
    return [
        Observation(
            rule=ID,
            criteria=CRITERIA,
            certainty=CERTAIN if seen["certain"] else LIKELY,
            path=seen["path"],
            ja=_WORDS[seen["kind"]][0].format(name=seen["name"]),
            en=_WORDS[seen["kind"]][1].format(name=seen["name"]),
        )
        for seen in page.observe(_SCRIPT)
    ]
