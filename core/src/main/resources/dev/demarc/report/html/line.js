// The line drawn through the estate: layers as rows, resources as columns, one path for each fill.
//
// A column stands for one resource, or for several of one kind where there are more than fit. A cell is divided from
// its top into the customer's part, by state, and the provider's part; a shared cell is the customer's down to
// SHARED_DEPTH. The line is the outline of the customer's part, taken over all columns.

const SHARED_DEPTH = 0.66;
const LABELS = 104;
const HEAD = 34;
const STATE_ORDER = ['verified', 'attested', 'exempt', 'unwatched', 'unknown', 'failing'];
const PROVIDERS = ['microsoft', 'third-party', 'none'];

class Line {
  constructor(estate, choose) {
    this.estate = estate;
    this.choose = choose;
    this.box = byId('line-picture');
    this.says = byId('line-says');
    this.cursor = null;
    this.legend();
    this.rest();
    this.groups = this.grouped();
    let width = 0;
    const draw = () => {
      if (this.box.clientWidth > 0 && this.box.clientWidth !== width) this.draw((width = this.box.clientWidth));
    };
    draw();
    new ResizeObserver(draw).observe(this.box);
  }

  legend() {
    const swatch = look => svg('svg', { class: 'swatch', 'aria-hidden': 'true' }, svg('rect', { class: look, width: '100%', height: '100%' }));
    const item = (look, text) => el('span', {}, swatch(look), text);
    byId('line-legend').append(
      el('span', { class: 'legend-part' }, el('b', {}, 'Provider’s side'),
        item('side-microsoft', 'Microsoft'), item('side-third-party', 'third party'), item('side-none', 'layer does not exist')),
      el('span', { class: 'legend-part' }, el('b', {}, 'Your side'), STATE_ORDER.map(state => item('state-' + state, state))),
      el('span', { class: 'legend-part' },
        svg('svg', { class: 'swatch long', 'aria-hidden': 'true' }, svg('path', { class: 'the-line', d: 'M0 7h28' })), el('b', {}, 'the line')));
  }

  rest() {
    const types = new Map();
    this.estate.ids.forEach((id, i) => {
      if (this.estate.r.strip[i] === -1) types.set(this.estate.type(i).type, (types.get(this.estate.type(i).type) ?? 0) + 1);
    });
    const parts = this.estate.ids.reduce((n, id, i) => n + (this.estate.isPart(i) ? 1 : 0), 0);
    if (parts > 0) {
      byId('line-rest').append(el('span', {}, counted(parts, 'resource is a part', 'resources are parts') +
        ' of others and share their column: settings and contents such as subnet delegations or firewall rules. '));
    }
    if (types.size === 0) return;
    byId('line-rest').append(
      counted([...types.values()].reduce((a, b) => a + b), 'resource has', 'resources have') +
      ' no column, because no row of the responsibility table describes the type: ',
      ...[...types].slice(0, 8).flatMap(([type, n]) => [foreign(type), ' (' + count(n) + ') ']), types.size > 8 ? '…' : '');
  }

  /** Resources by category and type, alike ones side by side. */
  grouped() {
    const byType = new Map();
    for (let i = 0; i < this.estate.resourceCount; i++) {
      if (this.estate.r.strip[i] >= 0) {
        const type = this.estate.r.type[i];
        if (!byType.has(type)) byType.set(type, []);
        byType.get(type).push(i);
      }
    }
    const key = this.estate.cells.map(cells =>
      cells.map(c => c.side[0] + STATE_ORDER.indexOf(c.state)).reverse().join());
    const rank = new Map([...new Set(key)].sort().map((k, n) => [k, n]));
    const place = this.estate.r.strip.map(strip => (strip < 0 ? 0 : rank.get(key[strip])));
    return [...byType].map(([type, members]) => ({
      type, category: this.estate.types[type].category,
      members: members.sort((a, b) => place[a] - place[b]),
    })).sort((a, b) => a.category.localeCompare(b.category) || b.members.length - a.members.length || a.type - b.type);
  }

  /** Columns for a width: how wide, from where, and which resources. */
  layout(width) {
    let groups = this.groups;
    const categories = new Set(groups.map(g => g.category)).size;
    const room = width - 4 * (categories - 1);
    if (groups.length * 4 > room * 0.6) groups = this.merged(groups);
    const all = groups.reduce((sum, g) => sum + g.members.length, 0);
    const single = room / all >= 4;
    const floor = single ? 0 : Math.min(4, room / groups.length);
    const columns = [];
    this.heads = [];
    let x = LABELS;
    let before = null;
    for (const group of groups) {
      if (before !== null && before !== group.category) x += 4;
      const wide = single
        ? Math.min(28, room / all) * group.members.length
        : floor + (room - floor * groups.length) * group.members.length / all;
      const buckets = single ? group.members.length : Math.max(1, Math.min(group.members.length, Math.floor(wide / 4)));
      for (let b = 0; b < buckets; b++) {
        columns.push({
          x: x + wide * b / buckets, width: wide / buckets, group,
          members: group.members.slice(
            Math.floor(group.members.length * b / buckets), Math.floor(group.members.length * (b + 1) / buckets)),
          joins: b > 0 || before === group.category,
          starts: b === 0,
        });
      }
      const head = this.heads.at(-1);
      if (head?.category === group.category) head.to = x + wide;
      else this.heads.push({ category: group.category, from: x, to: x + wide });
      x += wide;
      before = group.category;
    }
    this.right = x;
    return columns;
  }

  merged(groups) {
    const byCategory = new Map();
    for (const group of groups) {
      const known = byCategory.get(group.category);
      if (known) known.members = known.members.concat(group.members);
      else byCategory.set(group.category, { category: group.category, type: -1, members: group.members });
    }
    return [...byCategory.values()];
  }

  /** One cell of a column: its parts from the top, as shares of its height. */
  parts(column, layer) {
    const shares = new Map();
    const add = (look, share) => shares.set(look, (shares.get(look) ?? 0) + share);
    for (const i of column.members) {
      const { side, state } = this.estate.cellsOf(i)[layer];
      if (side === 'customer') add('state-' + state, 1);
      else if (side === 'shared') {
        add('state-' + state, SHARED_DEPTH);
        add('side-microsoft', 1 - SHARED_DEPTH);
      } else add('side-' + side, 1);
    }
    const order = [...STATE_ORDER.map(s => 'state-' + s), ...PROVIDERS.map(s => 'side-' + s)];
    return order.filter(look => shares.has(look)).map(look => [look, shares.get(look) / column.members.length]);
  }

  draw(width) {
    this.row = width < 600 ? 22 : 28;
    this.columns = this.layout(width - LABELS - 2);
    const height = HEAD + this.row * this.estate.layers.length + 4;
    const fills = new Map();
    const line = [];
    let ours = null;
    for (const column of this.columns) {
      const now = this.column(column, fills);
      this.outline(column, now, column.joins ? ours : null, line);
      ours = now;
    }
    const picture = svg('svg', {
      width, height, viewBox: `0 0 ${width} ${height}`, tabindex: '0', role: 'application',
      'aria-roledescription': 'drawing with cells',
      'aria-label': 'The line through the estate. Use the arrow keys to move from cell to cell; the table of coverage below holds the same in numbers.',
      onmousemove: event => this.point(event), onclick: event => this.press(event),
      onkeydown: event => this.key(event), onmouseleave: () => this.leave(), onblur: () => this.leave(),
    }, this.labels());
    for (const [look, d] of fills) picture.append(svg('path', { class: look, d: d.join('') }));
    picture.append(
      svg('path', { class: 'column-starts', d: this.columns.filter(c => c.starts && c.joins).map(c => `M${r(c.x)} ${HEAD}V${height - 4}`).join('') }),
      svg('path', { class: 'row-lines', d: this.estate.layers.slice(1).map((l, n) => `M${LABELS} ${HEAD + this.row * (n + 1)}H${r(this.right)}`).join('') }),
      svg('path', { class: 'the-line halo', d: line.join('') }), svg('path', { class: 'the-line', d: line.join('') }),
      (this.mark = svg('rect', { class: 'cursor', visibility: 'hidden' })));
    this.box.replaceChildren(picture);
    this.cursor = null;
  }

  labels() {
    const labels = this.estate.layers.map((layer, n) =>
      svg('text', { class: 'layer-name', x: LABELS - 8, y: this.top(n) + this.row / 2, 'dominant-baseline': 'central', 'text-anchor': 'end' },
        layer.short, svg('title', {}, layer.title + ': ' + layer.covers)));
    for (const head of this.heads) {
      const letters = Math.floor((head.to - head.from) / 6.6);
      const text = head.category.length <= letters ? head.category : letters >= 4 ? head.category.slice(0, letters - 1) + '…' : '';
      labels.push(
        svg('path', { class: 'head-line', d: `M${r(head.from)} ${HEAD - 5}H${r(head.to)}` }),
        svg('text', { class: 'head', x: r(head.from), y: HEAD - 12 }, text, svg('title', {}, head.category)));
    }
    return labels;
  }

  top(layer) {
    return HEAD + this.row * (this.estate.layers.length - 1 - layer);
  }

  /** Adds a column's fills; returns the customer's stretches from top to bottom, joined. Where a layer does not exist there is nothing to part: it goes with what lies above. */
  column(column, fills) {
    const stretches = [];
    let ours = true;
    for (let layer = this.estate.layers.length - 1; layer >= 0; layer--) {
      let y = this.top(layer);
      for (const [look, share] of this.parts(column, layer)) {
        const end = y + share * this.row;
        if (!fills.has(look)) fills.set(look, []);
        fills.get(look).push(`M${r(column.x)} ${r(y)}h${r(column.width)}V${r(end)}h${r(-column.width)}z`);
        if (look !== 'side-none') ours = look.startsWith('state-');
        const last = stretches.at(-1);
        if (ours && last && Math.abs(last[1] - y) < 0.01) last[1] = end;
        else if (ours) stretches.push([y, end]);
        y = end;
      }
    }
    return stretches;
  }

  /** The outline of the customer's part: across where it begins and ends, up and down where neighbours differ. */
  outline(column, now, before, line) {
    const ceiling = HEAD + 0.01;
    const floor = HEAD + this.row * this.estate.layers.length - 0.01;
    for (const [from, to] of now) {
      for (const y of [from, to]) {
        if (y > ceiling && y < floor) line.push(`M${r(column.x)} ${r(y)}h${r(column.width)}`);
      }
    }
    if (!before) return;
    const edges = [...new Set([...now, ...before].flat())].sort((a, b) => a - b);
    const holds = (stretches, y) => stretches.some(([from, to]) => from < y && y < to);
    for (let i = 1; i < edges.length; i++) {
      const middle = (edges[i - 1] + edges[i]) / 2;
      if (holds(now, middle) !== holds(before, middle)) line.push(`M${r(column.x)} ${r(edges[i - 1])}V${r(edges[i])}`);
    }
  }

  point(event) {
    const at = event.currentTarget.getBoundingClientRect();
    const layer = this.estate.layers.length - 1 - Math.floor((event.clientY - at.top - HEAD) / this.row);
    const x = event.clientX - at.left;
    const column = this.columns.findIndex(c => x >= c.x && x < c.x + c.width);
    if (column >= 0 && layer >= 0 && layer < this.estate.layers.length) this.move(column, layer);
    else this.leave();
  }

  press(event) {
    this.point(event);
    this.pick();
  }

  key(event) {
    const step = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] }[event.key];
    if (step && this.columns.length > 0) {
      event.preventDefault();
      const [column, layer] = this.cursor ?? this.kept ?? [0, this.estate.layers.length - 1 - step[1]];
      this.move(
        Math.max(0, Math.min(this.columns.length - 1, column + step[0])),
        Math.max(0, Math.min(this.estate.layers.length - 1, layer + step[1])));
    } else if (event.key === 'Enter') this.pick();
  }

  leave() {
    this.kept = this.cursor;
    this.cursor = null;
    this.mark.setAttribute('visibility', 'hidden');
  }

  move(column, layer) {
    if (this.cursor && this.cursor[0] === column && this.cursor[1] === layer) return;
    this.cursor = [column, layer];
    const { x, width } = this.columns[column];
    for (const [name, value] of Object.entries({ x, y: this.top(layer), width, height: this.row, visibility: 'visible' })) {
      this.mark.setAttribute(name, value);
    }
    this.describe(this.columns[column], layer);
  }

  describe(column, layer) {
    const sides = new Map();
    for (const i of column.members) {
      const { side, state } = this.estate.cellsOf(i)[layer];
      const says = capital(side) + (state === 'not-yours' ? '' : ', ' + state);
      sides.set(says, (sides.get(says) ?? 0) + 1);
    }
    const i = column.members[0];
    const title = this.estate.layers[layer].title;
    this.says.replaceChildren();
    if (column.members.length === 1) {
      const basis = this.estate.bases[this.estate.basisRows[this.estate.r.basis[i]][layer]];
      this.says.append(el('b', {}, [...sides.keys()][0]), ': ' + title + ' of ' + this.estate.type(i).title + ' ', foreign(this.estate.name(i)), '. Because: ' + shown(basis.says));
    } else {
      const kind = column.group.type < 0 ? capital(column.group.category) + ' (all types)' : this.estate.type(i).title;
      this.says.append(el('b', {}, [...sides].sort((a, b) => b[1] - a[1]).map(([s, n]) => count(n) + ' × ' + s).join('; ')),
        ': ' + title + ' of ' + count(column.members.length) + ' resources, ' + kind + '.');
    }
  }

  pick() {
    if (!this.cursor) return;
    const column = this.columns[this.cursor[0]];
    const layer = this.cursor[1];
    const cells = column.members.map(i => this.estate.cellsOf(i)[layer]);
    const states = new Set(cells.map(cell => cell.state));
    this.choose({
      type: column.group.type < 0 ? undefined : this.estate.types[column.group.type].type,
      layer: this.estate.layers[layer].id,
      state: states.size === 1 && !states.has('not-yours') ? [...states][0] : undefined,
      q: column.members.length === 1 ? this.estate.ids[column.members[0]] : undefined,
    });
  }
}

/** A coordinate with two decimals at most. */
function r(number) {
  return Math.round(number * 100) / 100;
}
