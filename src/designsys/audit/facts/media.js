// What the browser knows of each audio and video element, and what the page says beside it.
// It runs in the isolated world of each frame and changes nothing in the page.
globalThis.media = (() => {
  const ALTERNATIVE = /書き起こし|書きおこし|文字起こし|テキスト版|台本|全文|字幕付き|音声解説|手話|transcript|text version|text alternative|audio descri/i;
  const SAME = new RegExp('(動画|映像|音声)[^。]{0,20}(と同じ内容|の内容(は|を)(次|以下|上|下))|(上|下|次|この文章)[^。]{0,15}(を|の)(動画|映像|音声)'
    + '|same (information|content)[^.]{0,40}(video|audio)|(video|audio)[^.]{0,60}same (information|content)'
    + '|listen to the audio[^.]{0,40}(above|same)', 'i');
  // The name of a file that never arrived is all that is known of it.
  const SILENT = /silent|muted|no-?(audio|sound)|無音/i;
  const AROUND = 'figure, section, article, main, body';

  const elements = () => probe.all('audio, video');
  const source = element => element.currentSrc || element.src || element.querySelector('source')?.src || '';

  function seconds(element) {
    const [, from, to] = source(element).match(/#t=([\d.]*),([\d.]+)$/) ?? [];
    if (to) return Number(to) - Number(from || 0);
    return element.duration === Infinity || Number.isNaN(element.duration) ? null : element.duration;
  }

  function sound(element) {
    if (element.localName === 'audio') return element.readyState > 0 ? true : null;
    if (element.readyState === 0) return SILENT.test(source(element)) ? false : null;
    try {
      return element.captureStream().getAudioTracks().length > 0;
    } catch {
      return null; // a file of another site that does not let itself be read
    }
  }

  // Text that shows, around the element, without what stands for a browser that plays nothing.
  function around(element) {
    const box = element.closest(AROUND) ?? document.body;
    return box.innerText.replace(/\s+/g, ' ').trim();
  }

  function alternative(element) {
    const described = [...probe.targets(element, 'aria-describedby'), ...probe.targets(element, 'aria-details')].filter(Boolean);
    const box = element.closest('main, article, body') ?? document.body;
    const beside = [...box.querySelectorAll('a[href], button, summary, h1, h2, h3, h4, h5, h6, figcaption, p, details')]
      .filter(probe.visible).map(probe.text);
    // A sound beside a video is taken for its description, and needs none of its own.
    const other = [...box.querySelectorAll(element.localName === 'video' ? 'audio' : 'video')]
      .some(twin => probe.visible(twin) && twin.controls);
    return described.length > 0 || other || beside.some(text => ALTERNATIVE.test(text) || SAME.test(text));
  }

  const loading = () => elements().some(element => element.readyState === 0
    && element.networkState === element.NETWORK_LOADING && element.preload !== 'none');

  const all = () => elements().map(element => ({
    video: element.localName === 'video',
    autoplay: element.autoplay,
    muted: element.muted || element.defaultMuted || element.volume === 0,
    controls: element.controls,
    visible: probe.visible(element),
    loop: element.loop,
    seconds: seconds(element),
    sound: sound(element),
    captions: element.querySelector('track[kind=captions], track[kind=subtitles], track:not([kind])') !== null,
    alternative: alternative(element),
    words: around(element).length,
    path: probe.path(element),
  }));

  return {loading, all};
})();
0;
