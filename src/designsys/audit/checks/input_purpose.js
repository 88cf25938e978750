// Fields whose whole label asks for personal data of the writer, and what their autocomplete says (WCAG 1.3.5).
(() => {
  const WHO = '(?:申込者|申請者|届出人|届出者|請求者|利用者|応募者|参加者|投稿者|記入者|予約者|相談者|依頼者|ご?本人|あなた|お客様|お客さま)?の?';
  // The value that is wanted, the label in Japanese and in English, and the family that the value belongs to.
  const KINDS = [
    ['name', '[おご]?(?:氏名|名前|姓名)', '(?:your |full )?name', 'name'],
    ['family-name', '姓|名字|苗字|氏', '(?:your )?(?:last|family) name|surname', 'family'],
    ['given-name', '(?<![者人様])名', '(?:your )?(?:first|given) name|forename', 'given'],
    ['tel', '(?:[おご]?(?:電話|携帯|携帯電話|連絡先電話|自宅電話)(?:番号)?|日中(?:に|の)?(?:連絡(?:が|の)?(?:取|と)れる|連絡先)?(?:の)?電話番号)',
      '(?:your )?(?:mobile |home |daytime |contact |cell )?(?:tele)?phone(?: number)?|mobile(?: number)?', 'tel'],
    ['email', '(?:[Ee]-?|電子)?メール(?:アドレス)?(?:確認|再入力|確認用)?', '(?:your |confirm )?e-?mail(?: address)?', 'email'],
    ['postal-code', '郵便番号', '(?:your )?(?:post(?:al)? ?code|zip(?: code)?)', 'postal'],
    ['street-address', '[おご]?(?:現|自宅)?住所', '(?:your )?(?:home |street |postal )?address', 'address'],
    ['bday', '生年月日|[おご]?誕生日', '(?:your )?(?:date of birth|birth ?date|birthday)', 'bday'],
  ].map(([wanted, ja, en, family]) => ({wanted, family, words: new RegExp(`^(?:${WHO}(?:${ja})|${en})$`, 'i')}));
  const FAMILIES = [['name', /^name$/], ['family', /^family-name$/], ['given', /^given-name$/], ['tel', /^tel(-|$)/],
    ['email', /^email$/], ['postal', /^postal-code$/], ['address', /^(street-address|address-(line|level)\d)$/], ['bday', /^bday(-|$)/]];
  // A whole name may be asked for in parts, and the label of an address may stand for its postal code.
  const AKIN = [['name', 'family'], ['name', 'given'], ['postal', 'address']];
  const OTHERS = new RegExp('届け先|送り先|送付先|配送|受取人|家族|世帯|子ども|子供|こども|児童|生徒|園児|お子|緊急|代理|同行|同伴|法人|施設|団体|会社|企業|'
    + '事業|店|学校|相手|友人|紹介|故人|亡くな|死亡|対象者|ペット|飼|犬|保証人|担当|配偶|妻|夫|父|母|遺族|相続|推薦|取引|勤務|口座|名義|'
    + 'recipient|deliver|emergency|child|spouse|guest|company|business|organi[sz]ation|someone|representative|friend|pet|other person', 'i');
  const SEARCH = /検索|さがす|探す|絞り込|しぼり|search|find|filter/i;
  const OFF = /^(off|none|no|false|disabled|nope)$/i;

  const squeeze = text => (text ?? '').normalize('NFKC').replace(/\s+/g, ' ').trim();
  const plain = text => squeeze(text).replace(/[(\[【〔〈《][^)\]】〕〉》]*[)\]】〕〉》]/g, '').replace(/必須|任意|\brequired\b|\boptional\b|[*※:●○◎■□]/gi, '')
    .replace(/\s+/g, ' ').trim().replace(/(?<=[\u3040-\u30ff\u4e00-\u9fff])\s+(?=[\u3040-\u30ff\u4e00-\u9fff])/g, '');
  const label = field => {
    const named = probe.targets(field, 'aria-labelledby').filter(Boolean);
    return named.map(one => one.textContent).join(' ') || field.ariaLabel
      || [...(field.labels ?? [])].map(one => one.innerText).join(' ') || field.title;
  };
  const about = field => {
    const words = [];
    for (let at = field.parentElement; at && at !== document.body; at = at.parentElement) {
      if (at.matches('fieldset')) words.push(at.querySelector('legend')?.textContent);
      if (at.matches('[role=group], section, dialog')) words.push(at.ariaLabel, ...probe.targets(at, 'aria-labelledby').map(one => one?.textContent));
      let before = at.previousElementSibling;
      for (let far = 0; before && far < 8; far++, before = before.previousElementSibling) {
        if (before.matches('h2, h3, h4, h5, h6, legend')) { words.push(before.textContent); break; }
      }
    }
    return squeeze(words.join(' '));
  };
  const searches = field => Boolean(field.closest('[role=search], search') || field.matches('[type=search], [role=searchbox]')
    || (field.form && [...field.form.querySelectorAll('button, [type=submit], [type=image]')].some(one => SEARCH.test(one.textContent + (one.value ?? '') + (one.alt ?? '')))));

  const TEXT = 'input:not([type]), input[type=""], input[type=text], input[type=email], input[type=tel], input[type=date], textarea, select';
  const asked = probe.all(TEXT).filter(field => probe.visible(field) && !field.disabled && !field.readOnly && field.ariaDisabled !== 'true')
    .flatMap(field => {
      const words = squeeze(label(field));
      const kind = KINDS.find(one => one.words.test(plain(words)));
      return kind ? [{field, kind, words}] : [];
    });

  const found = [];
  const told = new Map();
  for (const {field, kind, words} of asked) {
    const given = squeeze(field.getAttribute('autocomplete'));
    const token = given.toLowerCase().split(' ').filter(one => one !== 'webauthn').at(-1);
    const family = FAMILIES.find(([, pattern]) => pattern.test(token))?.[0];
    const report = (fault, certain) => found.push({kind: fault, certain, given, wanted: kind.wanted, name: plain(words).slice(0, 60), path: probe.path(field)});
    const akin = AKIN.some(some => some.includes(family) && some.includes(kind.family));
    if (family && family !== kind.family && !akin) report('other', true);
    if (family || (given && !/^on$/i.test(given) && !OFF.test(given))) continue;
    // A second person's data, or the second half of a number: whose it is, or that it is a part, nobody can tell from here.
    const before = told.get(field.form) ?? new Set();
    const again = before.has(kind.wanted) && kind.wanted !== 'email';
    told.set(field.form, before.add(kind.wanted));
    const part = field.maxLength > 0 && field.maxLength < 6 && ['tel', 'postal', 'bday'].includes(kind.family);
    if (again || part || OTHERS.test(words) || OTHERS.test(about(field)) || searches(field)) continue;
    report(OFF.test(given) ? 'off' : 'missing', false);
  }
  return found;
})()
