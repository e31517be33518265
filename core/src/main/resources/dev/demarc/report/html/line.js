// The line drawn as a picture: layers by resources, and where the provider's side ends.

/** Fills from the bottom of a cell to its top: the provider's, then yours from what is well to what is not. */
const PROVIDERS = ['none', 'third', 'microsoft'];
const YOURS = ['none-yours', 'verified', 'attested', 'exempt', 'unknown', 'unwatched', 'failing'];
const LOOK_ORDER = [...PROVIDERS, ...YOURS];

/** Columns of the drawing, as wide as it is: several resources in one where there are more than fit. */
class LineColumns {
  constructor(estate, width) {
    this.estate = estate;
    const groups = this.groups(width);
    this.place(groups, width);
  }

  /** Resources with a line by type, or by category where the types alone would fill the width. */
  groups(width) {
    const byKey = new Map();
    const types = new Set();
    for (let i = 0; i < this.estate.resourceCount; i++) if (this.estate.r.strip[i] >= 0) types.add(this.estate.r.type[i]);
    this.coarse = types.size * 5 > width;
    for (let i = 0; i < this.estate.resourceCount; i++) {
      if (this.estate.r.strip[i] < 0) continue;
      const type = this.estate.type(i);
      const key = this.coarse ? type.category : this.estate.r.type[i];
      if (!byKey.has(key)) {
        byKey.set(key, { category: type.category || 'other', title: this.coarse ? categoryTitle(type.category) : type.title,
          type: this.coarse ? null : this.estate.r.type[i], resources: [] });
      }
      byKey.get(key).resources.push(i);
    }
    const sizes = new Map();
    const { order, heights } = this.shapes();
    const shape = i => order[this.estate.r.strip[i]];
    for (const group of byKey.values()) {
      sizes.set(group.category, (sizes.get(group.category) ?? 0) + group.resources.length);
      group.resources.sort((a, b) => shape(a) - shape(b) || a - b);
      group.shape = group.resources.reduce((sum, i) => sum + heights[this.estate.r.strip[i]], 0) / group.resources.length;
    }
    return [...byKey.values()].sort((a, b) =>
      sizes.get(b.category) - sizes.get(a.category) || (a.category < b.category ? -1 : a.category > b.category ? 1 : 0) ||
      b.shape - a.shape || b.resources.length - a.resources.length || (a.title < b.title ? -1 : 1));
  }

  /** Patterns of cells in an order that keeps the line calm: like sides together, then like states; and how much is yours. */
  shapes() {
    const texts = this.estate.strips.map(strip => [...strip].filter((c, n) => n % 2 === 0).join('') + strip);
    const sorted = texts.map((text, n) => n).sort((a, b) => (texts[a] < texts[b] ? -1 : texts[a] > texts[b] ? 1 : 0));
    const order = new Int32Array(texts.length);
    sorted.forEach((n, at) => (order[n] = at));
    const heights = this.estate.cells.map(cells =>
      cells.reduce((sum, { side }, l) => sum + (side === 'customer' || side === 'shared' ? cells.length - l : 0), 0));
    return { order, heights };
  }

  /** Gives each group its width: in proportion, but never too narrow to be seen. */
  place(groups, width) {
    const categories = new Set(groups.map(group => group.category)).size;
    const gap = width < 600 ? 2 : 6;
    const room = width - gap * Math.max(0, categories - 1);
    const whole = groups.reduce((sum, group) => sum + group.resources.length, 0);
    const least = Math.max(2, Math.min(this.coarse ? 8 : 6, room / Math.max(1, groups.length)));
    const widest = 30;
    let free = room;
    let share = whole;
    for (const group of groups) {
      group.narrow = (group.resources.length * room) / whole < least;
      if (group.narrow) {
        free -= least;
        share -= group.resources.length;
      }
    }
    const each = Math.min(widest, share > 0 ? Math.max(0, free) / share : 0);
    this.columns = [];
    this.groupsPlaced = [];
    let x = 0;
    groups.forEach((group, n) => {
      if (n > 0 && groups[n - 1].category !== group.category) x += gap;
      const space = group.narrow ? Math.min(least, Math.max(each, least)) : each * group.resources.length;
      const many = Math.max(1, Math.min(group.resources.length, Math.floor(space / 3)));
      const from = this.columns.length;
      for (let c = 0; c < many; c++) {
        const part = group.resources.slice(
          Math.floor((c * group.resources.length) / many), Math.floor(((c + 1) * group.resources.length) / many));
        this.columns.push({ group, resources: part, x: x + (c * space) / many, width: space / many, cells: this.cells(part) });
      }
      this.groupsPlaced.push({ group, x, width: space, from, to: this.columns.length });
      x += space;
    });
    this.width = x;
    this.most = this.columns.reduce((most, column) => Math.max(most, column.resources.length), 0);
  }

  /** What fills each layer of some resources: by look, how much of the cell; a shared cell is half and half. */
  cells(resources) {
    return this.estate.layers.map((layer, l) => {
      const shares = {};
      const add = (look, share) => (shares[look] = (shares[look] ?? 0) + share / resources.length);
      for (const i of resources) {
        const cells = this.estate.cellsOf(i);
        const { side, state } = cells[l];
        if (side === 'microsoft') add('microsoft', 1);
        else if (side === 'third-party') add('third', 1);
        else if (side === 'none') add(LineColumns.belowIsYours(cells, l) ? 'none-yours' : 'none', 1);
        else if (side === 'shared') {
          add('microsoft', 0.5);
          add(state, 0.5);
        } else add(state, 1);
      }
      return { shares, provider: PROVIDERS.reduce((sum, look) => sum + (shares[look] ?? 0), 0) };
    });
  }

  /** A layer that does not exist belongs, in the drawing, with the layer below it. */
  static belowIsYours(cells, l) {
    while (l > 0 && cells[l].side === 'none') l--;
    return cells[l].side === 'customer' || cells[l].side === 'shared';
  }

  at(x) {
    const found = this.columns.findIndex(column => x < column.x + column.width);
    return found < 0 ? this.columns.length - 1 : found;
  }
}

/** A category as people read it. */
const categoryTitle = id => capital((id || 'other').replaceAll('-', ' '));

/** The drawing. `choose(column, layer)` is called when a cell is clicked. */
class LineDrawing {
  constructor(estate, host, choose) {
    this.estate = estate;
    this.host = host;
    this.choose = choose;
    this.focus = null;
    this.drawn = 0;
    new ResizeObserver(() => this.draw()).observe(host);
    this.draw();
  }

  draw() {
    const width = Math.floor(this.host.clientWidth);
    if (width === this.drawn || width < 50) return;
    this.drawn = width;
    this.isNarrow = width < 640;
    this.left = this.isNarrow ? 76 : 176;
    this.row = this.isNarrow ? 22 : 26;
    this.top = 22;
    this.columns = new LineColumns(this.estate, width - this.left - 2);
    const named = this.columns.groupsPlaced.some(placed => placed.width >= 13);
    this.bottom = named ? (this.isNarrow ? 84 : 112) : 6;
    this.height = this.row * this.estate.layers.length;
    const total = this.top + this.height + this.bottom;
    const picture = svg('svg', {
      class: 'line', viewBox: '0 0 ' + width + ' ' + total, width, height: total, tabindex: '0', role: 'application',
      'aria-label': this.label(), 'aria-describedby': 'line-tip',
    });
    picture.append(this.rows(width), this.fills(), this.separators(), this.boundary(), this.names(), this.categories());
    this.mark = svg('rect', { class: 'line-mark', visibility: 'hidden' });
    picture.append(this.mark);
    this.tip = el('div', { id: 'line-tip', class: 'tip', role: 'status', hidden: true });
    this.listen(picture);
    this.host.replaceChildren(picture, this.tip);
  }

  label() {
    return 'The line through ' + counted(this.columns.columns.reduce((sum, c) => sum + c.resources.length, 0), 'resource', 'resources') +
      ', layer by layer. Arrow keys move, Enter filters the tables below.';
  }

  /** The top edge of a layer; data stands on top. */
  y(l) {
    return this.top + (this.estate.layers.length - 1 - l) * this.row;
  }

  rows(width) {
    const group = svg('g', { class: 'line-rows' });
    this.estate.layers.forEach((layer, l) => {
      group.append(
        svg('path', { class: 'line-rule', d: 'M0 ' + (this.y(l) + this.row) + 'H' + width }),
        svg('text', { x: this.left - 8, y: this.y(l) + this.row / 2, class: 'line-layer' },
          this.isNarrow || layer.title.length > 24 ? layer.short : layer.title));
    });
    return group;
  }

  /** One path for each look, so that thousands of cells are a dozen elements. */
  fills() {
    const paths = {};
    for (const column of this.columns.columns) {
      const x = (this.left + column.x).toFixed(2);
      const w = column.width.toFixed(2);
      column.cells.forEach((cell, l) => {
        let bottom = this.y(l) + this.row;
        for (const look of LOOK_ORDER) {
          const share = cell.shares[look];
          if (!share) continue;
          const h = share * this.row;
          bottom -= h;
          (paths[look] ??= []).push('M' + x + ' ' + bottom.toFixed(2) + 'h' + w + 'v' + h.toFixed(2) + 'h-' + w + 'z');
        }
      });
    }
    const group = svg('g', {});
    for (const look of LOOK_ORDER) {
      if (paths[look]) group.append(svg('path', { class: 'look-' + look, d: paths[look].join('') }));
    }
    return group;
  }

  /** Thin gaps between resources and layers, so that a cell can be told from its neighbours. */
  separators() {
    const lines = [];
    for (const column of this.columns.columns) {
      if (column.width >= 7) lines.push('M' + (this.left + column.x).toFixed(2) + ' ' + this.top + 'v' + this.height);
    }
    for (const placed of this.columns.groupsPlaced) lines.push('M' + (this.left + placed.x).toFixed(2) + ' ' + this.top + 'v' + this.height);
    for (let l = 0; l < this.estate.layers.length; l++) lines.push('M' + this.left + ' ' + this.y(l) + 'h' + this.columns.width.toFixed(2));
    return svg('path', { class: 'line-grid', d: lines.join('') });
  }

  /** Wherever a provider's part meets yours: inside cells, between layers, and between columns side by side. */
  boundary() {
    const lines = [];
    this.columns.columns.forEach((column, c) => {
      const x = this.left + column.x;
      const before = this.columns.columns[c - 1];
      const touches = before && Math.abs(before.x + before.width - column.x) < 0.01;
      column.cells.forEach((cell, l) => {
        const p = cell.provider;
        const bottom = this.y(l) + this.row;
        const edge = y => lines.push('M' + x.toFixed(2) + ' ' + y.toFixed(2) + 'h' + column.width.toFixed(2));
        if (p > 0.001 && p < 0.999) edge(bottom - p * this.row);
        const above = column.cells[l + 1];
        if (above && p < 0.999 === above.provider > 0.001) edge(this.y(l));
        const q = touches ? before.cells[l].provider : p;
        if (Math.abs(p - q) > 0.001) lines.push('M' + x.toFixed(2) + ' ' + (bottom - p * this.row).toFixed(2) + 'V' + (bottom - q * this.row).toFixed(2));
      });
    });
    const d = lines.join('');
    return svg('g', {}, svg('path', { class: 'line-halo', d }), svg('path', { class: 'line-boundary', d }));
  }

  /** Names of types under columns wide enough to bear one. */
  names() {
    const group = svg('g', { class: 'line-names' });
    const most = this.isNarrow ? 14 : 20;
    for (const placed of this.columns.groupsPlaced) {
      if (placed.width < 13) continue;
      const x = this.left + placed.x + placed.width / 2;
      const y = this.top + this.height + 10;
      const title = placed.group.title.length > most ? placed.group.title.slice(0, most - 1) + '…' : placed.group.title;
      group.append(svg('text', { class: 'line-type', transform: 'translate(' + x.toFixed(1) + ' ' + y + ') rotate(-50)' }, title));
    }
    return group;
  }

  categories() {
    const group = svg('g', { class: 'line-categories' });
    if (this.columns.coarse) return group;
    const spans = [];
    for (const placed of this.columns.groupsPlaced) {
      const last = spans.at(-1);
      if (last?.category === placed.group.category) last.end = placed.x + placed.width;
      else spans.push({ category: placed.group.category, x: placed.x, end: placed.x + placed.width });
    }
    for (const { category, x, end } of spans) {
      group.append(svg('path', { class: 'line-span', d: 'M' + (this.left + x).toFixed(1) + ' ' + (this.top - 3.5) + 'h' + (end - x).toFixed(1) }));
      const room = Math.floor((end - x) / 7.4);
      if (room < 3) continue;
      const title = categoryTitle(category);
      group.append(svg('text', { class: 'line-category', x: this.left + x, y: this.top - 8 },
        title.length <= room ? title : room < 5 ? '' : title.slice(0, room - 1) + '…'));
    }
    return group;
  }

  listen(picture) {
    const at = event => {
      const box = picture.getBoundingClientRect();
      const x = event.clientX - box.left - this.left;
      const l = this.estate.layers.length - 1 - Math.floor((event.clientY - box.top - this.top) / this.row);
      const inside = x >= 0 && x <= this.columns.width && l >= 0 && l < this.estate.layers.length;
      return inside ? { c: this.columns.at(x), l } : null;
    };
    picture.addEventListener('pointermove', event => this.show(at(event)));
    picture.addEventListener('pointerleave', () => this.show(document.activeElement === picture ? this.focus : null));
    picture.addEventListener('click', event => {
      const cell = at(event);
      if (cell) this.choose(this.columns.columns[cell.c], cell.l);
    });
    picture.addEventListener('focus', () => {
      if (picture.matches(':focus-visible')) this.show((this.focus ??= { c: 0, l: this.estate.layers.length - 1 }));
    });
    picture.addEventListener('blur', () => this.show(null));
    picture.addEventListener('keydown', event => this.key(event));
  }

  key(event) {
    const step = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] }[event.key];
    const last = this.columns.columns.length - 1;
    if (last < 0) return;
    this.focus ??= { c: 0, l: this.estate.layers.length - 1 };
    this.focus.c = Math.min(this.focus.c, last);
    if (step) {
      this.focus = {
        c: Math.max(0, Math.min(last, this.focus.c + step[0])),
        l: Math.max(0, Math.min(this.estate.layers.length - 1, this.focus.l + step[1])),
      };
    } else if (event.key === 'Home') this.focus.c = 0;
    else if (event.key === 'End') this.focus.c = last;
    else if (event.key === 'Escape') return this.show(null);
    else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      return this.choose(this.columns.columns[this.focus.c], this.focus.l);
    } else return;
    event.preventDefault();
    this.show(this.focus);
  }

  show(cell) {
    this.tip.hidden = !cell;
    this.mark.setAttribute('visibility', cell ? 'visible' : 'hidden');
    if (!cell) return;
    const column = this.columns.columns[cell.c];
    const x = this.left + column.x;
    for (const [name, value] of Object.entries({ x, y: this.y(cell.l), width: column.width, height: this.row })) {
      this.mark.setAttribute(name, value);
    }
    this.tip.replaceChildren(...this.says(column, cell.l));
    const room = this.host.clientWidth - this.tip.offsetWidth - 4;
    this.tip.style.left = Math.max(4, Math.min(room, x + column.width / 2 - this.tip.offsetWidth / 2)) + 'px';
    this.tip.style.top = this.y(cell.l) + this.row + 8 + 'px';
  }

  /** The cell in words. */
  says(column, l) {
    const one = column.resources.length === 1;
    const first = column.resources[0];
    const sides = {};
    const states = {};
    for (const i of column.resources) {
      const { side, state } = this.estate.cellsOf(i)[l];
      sides[side] = (sides[side] ?? 0) + 1;
      if (state !== 'not-yours') states[state] = (states[state] ?? 0) + 1;
    }
    const list = counts => Object.entries(counts).map(([word, n]) => (one ? word : count(n) + ' ' + word)).join(', ');
    return [
      el('strong', {}, one ? foreign(this.estate.name(first)) : counted(column.resources.length, 'resource', 'resources')),
      el('div', {}, column.group.title + (one && this.estate.owner(first) ? ', owner ' : ''), one && this.estate.owner(first) ? foreign(this.estate.owner(first)) : null),
      el('div', {}, this.estate.layers[l].title + ': ' + list(sides)),
      Object.keys(states).length > 0 && el('div', {}, 'Your side: ' + list(states)),
    ].filter(Boolean);
  }
}

/** A small line for one resource: thirteen cells from the ground up, left to right. */
function stripOf(estate, i) {
  const cells = estate.cellsOf(i);
  const size = 11;
  const height = 16;
  const drawing = svg('svg', { class: 'strip', viewBox: '0 0 ' + cells.length * size + ' ' + height, preserveAspectRatio: 'none', role: 'img', 'aria-label': stripSays(cells) });
  let edge = '';
  cells.forEach(({ side, state }, l) => {
    const x = l * size;
    const draw = (look, y, h) => drawing.append(svg('rect', { class: 'look-' + look, x, y, width: size, height: h }));
    if (side === 'microsoft') draw('microsoft', 0, height);
    else if (side === 'third-party') draw('third', 0, height);
    else if (side === 'none') draw('none', 0, height);
    else if (side === 'shared') {
      draw(state, 0, height / 2);
      draw('microsoft', height / 2, height / 2);
    } else draw(state, 0, height);
    const yours = side === 'customer' || side === 'shared';
    const before = l > 0 && LineColumns.belowIsYours(cells, l - 1);
    if (l > 0 && side !== 'none' && yours !== before) edge += 'M' + x + ' 0V' + height;
    if (side === 'shared') edge += 'M' + x + ' ' + height / 2 + 'h' + size;
    if (l > 0) drawing.append(svg('path', { class: 'strip-grid', d: 'M' + x + ' 0V' + height }));
  });
  drawing.append(svg('path', { class: 'strip-boundary', d: edge }));
  return drawing;
}

function stripSays(cells) {
  const counts = {};
  for (const { side, state } of cells) {
    const word = state === 'not-yours' ? side : state;
    counts[word] = (counts[word] ?? 0) + 1;
  }
  return Object.entries(counts).map(([word, n]) => n + ' ' + word).join(', ');
}

/** What the looks mean. */
function legend() {
  const item = (look, word) => el('li', {}, svg('svg', { class: 'swatch', 'aria-hidden': 'true' },
    svg('rect', { class: 'look-' + look, width: '100%', height: '100%' })), word);
  const line = svg('svg', { class: 'swatch', 'aria-hidden': 'true', viewBox: '0 0 22 14' }, svg('path', { class: 'line-boundary', d: 'M0 7h22' }));
  return [
    el('ul', { class: 'legend' }, el('li', { class: 'legend-head' }, 'Theirs'), item('microsoft', 'Microsoft'), item('third', 'third party'), item('none', 'no such layer'),
      el('li', {}, line, 'the line')),
    el('ul', { class: 'legend' }, el('li', { class: 'legend-head' }, 'Yours'), ...['verified', 'attested', 'exempt', 'failing', 'unknown', 'unwatched'].map(state => item(state, state))),
  ];
}
