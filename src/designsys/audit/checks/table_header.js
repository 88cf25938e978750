// Header cells to which no cell is assigned, by the algorithms of HTML § 4.9.12 (tables) and by position in ARIA tables.
(() => {
  const whole = (value, otherwise) => (/^\d+$/.test(value ?? '') ? Number(value) : otherwise);

  // Every cell with its place, and the cell at each place.
  function grid(table) {
    const cells = [];
    const at = new Map();
    const rows = [...table.rows];
    rows.forEach((row, y) => {
      let x = 0;
      for (const element of row.cells) {
        while (at.has(`${x},${y}`)) x += 1;
        const group = [...row.parentElement.children].filter(other => other.localName === 'tr');
        const left = group.length - group.indexOf(row);
        const width = Math.min(Math.max(whole(element.getAttribute('colspan'), 1), 1), 1000);
        const height = Math.min(whole(element.getAttribute('rowspan'), 1) || left, left);
        const cell = {element, x, y, width, height, header: element.localName === 'th', group: row.parentElement};
        cells.push(cell);
        for (let dx = 0; dx < width; dx += 1) for (let dy = 0; dy < height; dy += 1) at.set(`${x + dx},${y + dy}`, cell);
        x += width;
      }
    });
    return {cells, at};
  }

  const scope = cell => (cell.element.getAttribute('scope') ?? '').trim().toLowerCase();
  const inRows = (cell, other) => other.y < cell.y + cell.height && cell.y < other.y + other.height;
  const inColumns = (cell, other) => other.x < cell.x + cell.width && cell.x < other.x + other.width;
  const auto = cell => !['row', 'col', 'rowgroup', 'colgroup'].includes(scope(cell));

  function assigned(table, {cells, at}) {
    const data = cells.filter(cell => !cell.header);
    const column = new Set(cells.filter(cell => cell.header
      && (scope(cell) === 'col' || (auto(cell) && !data.some(other => inRows(cell, other))))));
    const row = new Set(cells.filter(cell => cell.header
      && (scope(cell) === 'row' || (auto(cell) && !column.has(cell) && !data.some(other => inColumns(cell, other))))));

    function scan(principal, x, y, up, found) {
      let block = principal.header ? [principal] : [];
      let inBlock = principal.header;
      const opaque = [];
      while (x >= 0 && y >= 0) {
        const cell = at.get(`${x},${y}`);
        if (up) y -= 1; else x -= 1;
        if (!cell || cell === principal) continue;
        if (cell.header) {
          inBlock = true;
          block.push(cell);
          const hidden = opaque.some(other => (up ? other.x === cell.x && other.width === cell.width
            : other.y === cell.y && other.height === cell.height));
          if (!hidden && (up ? column : row).has(cell)) found.add(cell.element);
        } else if (inBlock) {
          inBlock = false;
          opaque.push(...block);
          block = [];
        }
      }
    }

    const found = new Set();
    for (const cell of cells) {
      if (cell.element.hasAttribute('headers')) {
        for (const target of probe.targets(cell.element, 'headers')) if (target && target !== cell.element) found.add(target);
        continue;
      }
      for (let dy = 0; dy < cell.height; dy += 1) scan(cell, cell.x - 1, cell.y + dy, false, found);
      for (let dx = 0; dx < cell.width; dx += 1) scan(cell, cell.x + dx, cell.y - 1, true, found);
      for (const head of cells) {
        if (head === cell || !head.header || head.x > cell.x + cell.width - 1 || head.y > cell.y + cell.height - 1) continue;
        if (scope(head) === 'rowgroup' && head.group === cell.group) found.add(head.element);
        if (scope(head) === 'colgroup' && inColumns(head, cell)) found.add(head.element);
      }
    }
    return found;
  }

  const heads = element => !element.hasAttribute('role') || /^(column|row)header$/.test(element.getAttribute('role').trim());
  const told = element => probe.visible(element) && !element.closest('[aria-hidden=true]')
    && (probe.text(element) !== '' || element.querySelector('img[alt]:not([alt=""])'));

  const html = probe.all('table').flatMap(table => {
    const role = table.getAttribute('role');
    if (role && !['table', 'grid', 'treegrid'].includes(role)) return [];
    const laid = grid(table);
    const data = laid.cells.filter(cell => !cell.header && told(cell.element));
    const widest = Math.max(...laid.cells.map(cell => cell.x + cell.width));
    const known = assigned(table, laid);
    return laid.cells.filter(cell => cell.header && heads(cell.element) && told(cell.element) && !known.has(cell.element))
      .map(cell => ({element: cell.element, certain: data.length > 0 && cell.width < widest
        && !laid.cells.some(other => !other.header && (inRows(cell, other) || inColumns(cell, other)))}));
  });

  const CELL = '[role=cell], [role=gridcell], [role=rowheader], [role=columnheader]';
  const aria = probe.all('[role=table], [role=grid], [role=treegrid]').flatMap(table => {
    if (table.localName === 'table' || table.matches('[aria-owns]') || table.querySelector('[aria-owns], [aria-colindex], [aria-colspan]')) return [];
    const rows = [...table.querySelectorAll('[role=row]')].map(row => [...row.querySelectorAll(CELL)]);
    const data = rows.filter(row => row.some(cell => /cell$/.test(cell.getAttribute('role'))));
    return rows.flatMap(row => row.filter(told).flatMap((cell, place) => {
      const role = cell.getAttribute('role');
      const alone = role === 'columnheader' ? !rows.some(other => other !== row && other.length > row.indexOf(cell))
        : role === 'rowheader' && row.length === 1;
      return alone ? [{element: cell, certain: data.length > 0}] : [];
    }));
  });
  return [...html, ...aria].map(({element, certain}) => ({certain, name: probe.text(element).slice(0, 40), path: probe.path(element)}));
})()
