// The tables of findings and resources: filters, order, pages, and what a row opens into.

const ROWS = 50;
const VERDICT_ORDER = ['non-compliant', 'error', 'unknown', 'exempt', 'compliant', 'not-applicable'];

/** The filters, in the order they stand; `of` lists what can be chosen as pairs of value and title. */
const FILTERS = [
  { name: 'verdict', title: 'Verdict', of: e => VERDICT_ORDER.filter(v => v !== 'not-applicable').map(v => [v, v]) },
  { name: 'severity', title: 'Severity', of: e => e.severities.map(s => [s, s]) },
  { name: 'area', title: 'Area', of: e => e.areas.map(a => [a.id, a.title]) },
  { name: 'layer', title: 'Layer', of: e => e.layers.map(l => [l.id, l.title]).reverse() },
  { name: 'side', title: 'Side', of: e => [...e.sides, 'unclassified'].map(s => [s, s]) },
  { name: 'state', title: 'State of layer', of: e => e.states.map(s => [s, s]) },
  { name: 'subscription', title: 'Subscription', of: e => [...e.subscriptions.map(s => [s.id, s.title]), ['-', '(above subscriptions)']] },
  { name: 'owner', title: 'Owner', of: e => [['-', '(unowned)'], ...e.owners.map(o => ['=' + o, o])] },
  { name: 'type', title: 'Type', of: e => e.types.map(t => [t.type, t.title === t.type ? t.type : t.title]) },
];

/** Filters that are set from elsewhere and shown only while they are. */
const EXTRA = ['control', 'resource', 'category'];

class Tables {
  constructor(estate) {
    this.estate = estate;
    this.state = {};
    this.inputs = {};
    this.filters();
    for (const tab of ['findings', 'resources']) {
      byId('tab-' + tab).addEventListener('click', () => this.change({ tab }));
      byId('tab-' + tab).addEventListener('keydown', event => {
        if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
        const other = tab === 'findings' ? 'resources' : 'findings';
        this.change({ tab: other });
        byId('tab-' + other).focus();
      });
    }
    addEventListener('hashchange', () => this.read());
    this.read();
  }

  filters() {
    const form = byId('filters');
    form.addEventListener('submit', event => event.preventDefault());
    let wait;
    this.inputs.q = el('input', { type: 'search', id: 'filter-q', placeholder: 'name, id, control', oninput: event => {
      clearTimeout(wait);
      wait = setTimeout(() => this.change({ q: event.target.value }), 150);
    } });
    form.append(el('label', { class: 'search' }, el('span', {}, 'Search'), this.inputs.q));
    for (const { name, title, of } of FILTERS) {
      const options = of(this.estate).sort(name === 'owner' || name === 'type' ? (a, b) => (a[1].toLowerCase() < b[1].toLowerCase() ? -1 : 1) : () => 0);
      if (options.length === 0) continue;
      const select = el('select', { id: 'filter-' + name, onchange: event => this.change({ [name]: event.target.value }) },
        el('option', { value: '' }, 'all'),
        ...options.map(([value, text], n) => {
          const option = el('option', {}, text);
          option.value = value;
          return option;
        }));
      this.inputs[name] = select;
      form.append(el('label', {}, el('span', {}, title), select));
    }
    this.chips = el('p', { class: 'chips' });
    form.append(this.chips);
  }

  /** Sets filters from elsewhere, forgetting all others, and goes to the table. */
  filter(filters, tab) {
    this.state = { ...filters, tab };
    this.changed();
    byId('detail').scrollIntoView();
  }

  change(part) {
    const isTurn = 'page' in part;
    Object.assign(this.state, part);
    if (!isTurn) delete this.state.page;
    this.changed();
    if (isTurn) byId('detail').scrollIntoView();
  }

  changed() {
    for (const [name, value] of Object.entries(this.state)) if (value === '' || value == null) delete this.state[name];
    const hash = new URLSearchParams(this.state).toString();
    try {
      history.replaceState(null, '', hash ? '#' + hash : location.pathname + location.search);
    } catch {
      // some browsers forbid this for files; the filters work all the same
    }
    this.show();
  }

  /** The state that the address asks for; an address of a section asks for none. */
  read() {
    if (location.hash.length > 1 && !location.hash.includes('=')) return this.show();
    const known = new Set(['q', 'tab', 'sort', 'page', ...FILTERS.map(f => f.name), ...EXTRA]);
    this.state = Object.fromEntries([...new URLSearchParams(location.hash.slice(1))].filter(([name]) => known.has(name)));
    this.show();
  }

  show() {
    for (const [name, input] of Object.entries(this.inputs)) {
      if (input !== document.activeElement || input.tagName === 'SELECT') input.value = this.state[name] ?? '';
    }
    const extra = EXTRA.filter(name => this.state[name]);
    const any = ['q', ...FILTERS.map(f => f.name), ...EXTRA].some(name => this.state[name]);
    this.chips.replaceChildren(
      ...extra.map(name => el('button', { type: 'button', title: 'remove', onclick: () => this.change({ [name]: '' }) },
        capital(name) + ': ', foreign(lastName(this.state[name])), ' ✕')),
      ...(any ? [el('button', { type: 'button', onclick: () => { this.state = { tab: this.state.tab }; this.changed(); } }, 'Clear all filters')] : []));
    this.select();
    const tab = this.state.tab === 'resources' ? 'resources' : 'findings';
    for (const name of ['findings', 'resources']) {
      byId('tab-' + name).setAttribute('aria-selected', name === tab);
      byId('tab-' + name).tabIndex = name === tab ? 0 : -1;
      byId('table-' + name).hidden = name !== tab;
    }
    byId('tab-findings').lastElementChild.textContent = count(this.found.findings.length);
    byId('tab-resources').lastElementChild.textContent = count(this.found.resources.length);
    if (tab === 'findings') this.findings();
    else this.resources();
  }

  /** What the filters leave. */
  select() {
    const { estate: e, state: s } = this;
    const q = (s.q ?? '').trim().toLowerCase();
    const index = (list, value, of) => (value ? list.findIndex(one => of(one) === value) : -1);
    const wanted = {
      verdict: e.verdicts.indexOf(s.verdict), severity: e.severities.indexOf(s.severity), area: index(e.areas, s.area, a => a.id),
      layer: index(e.layers, s.layer, l => l.id), control: index(e.controls, s.control, c => c.id),
      type: index(e.types, s.type, t => t.type), subscription: index(e.subscriptions, s.subscription, x => x.id),
      owner: s.owner?.startsWith('=') ? e.owners.indexOf(s.owner.slice(1)) : -1,
      resource: s.resource ? e.resource(s.resource) : -1,
    };
    const isFor = (name, value) => !s[name] || value === wanted[name];
    const texts = q ? this.texts() : null;
    const inControl = q ? e.controls.map(c => (c.id + ' ' + c.title).toLowerCase().includes(q)) : null;
    const findings = [];
    const resources = [];
    const onlyFindings = s.verdict || s.severity || s.area || s.control;
    for (let i = 0; i < e.resourceCount; i++) {
      if (!isFor('type', e.r.type[i]) || !(isFor('resource', i) || (s.resource && e.wholeOf[i] >= 0 && isFor('resource', e.wholeOf[i]))) ||
          !(s.subscription === '-' ? e.r.subscription[i] < 0 : isFor('subscription', e.r.subscription[i])) ||
          !(s.owner === '-' ? e.r.owner[i] < 0 : isFor('owner', e.r.owner[i])) ||
          (s.category && e.type(i).category !== s.category)) continue;
      const inName = !q || texts[i].includes(q);
      const before = findings.length;
      for (let f = e.first[i]; f < e.first[i + 1]; f++) {
        const control = e.controls[e.f.control[f]];
        if ((inName || inControl[e.f.control[f]]) && isFor('verdict', e.f.verdict[f]) && isFor('severity', control.severity) &&
            isFor('area', control.area) && isFor('layer', control.layer) && isFor('control', e.f.control[f]) &&
            (!s.side || e.sideOf(f) === s.side) && (!s.state || e.countedCells(i)?.[control.layer].state === s.state)) findings.push(f);
      }
      if (onlyFindings ? findings.length > before : inName && this.hasCell(i, wanted.layer)) resources.push(i);
    }
    this.found = { findings, resources };
  }

  texts() {
    return (this.lower ??= this.estate.ids.map((id, i) => (id + ' ' + (this.estate.owner(i) ?? '')).toLowerCase()));
  }

  /** Whether a resource has a cell such as the filters on layer, side and state ask for. */
  hasCell(i, layer) {
    const { side, state } = this.state;
    if (!side && !state && layer < 0) return true;
    const cells = this.estate.cellsOf(i);
    if (!cells) return side === 'unclassified' && !this.estate.type(i).known;
    return cells.some((cell, l) => (layer < 0 || l === layer) && (!side || cell.side === side) && (!state || cell.state === state));
  }

  /** Head cells that order the table. */
  heads(columns, byDefault) {
    const [name, way] = (this.state.sort ?? byDefault).split('.');
    return el('thead', {}, el('tr', {}, columns.map(([key, title, look]) => {
      const isChosen = key === name;
      const next = key + (isChosen && way !== 'down' ? '.down' : '');
      return el('th', { scope: 'col', class: look, 'aria-sort': isChosen ? (way === 'down' ? 'descending' : 'ascending') : false },
        key ? el('button', { type: 'button', class: 'order', onclick: () => this.change({ sort: next }) },
          title, el('span', { 'aria-hidden': 'true' }, isChosen ? (way === 'down' ? ' ↓' : ' ↑') : '')) : title);
    })));
  }

  ordered(list, keys, byDefault) {
    const [name, way] = (this.state.sort ?? byDefault).split('.');
    const key = keys[name] ?? keys[byDefault];
    const turn = way === 'down' ? -1 : 1;
    const values = new Map(list.map(one => [one, key(one)]));
    return [...list].sort((a, b) => turn * (values.get(a) - values.get(b)) || a - b);
  }

  table(host, label, head, all, row) {
    const page = Math.min(Number(this.state.page) || 0, Math.max(0, Math.ceil(all.length / ROWS) - 1));
    const body = el('tbody', {});
    for (const one of all.slice(page * ROWS, (page + 1) * ROWS)) body.append(this.row(row(one)));
    const turn = el('p', { class: 'pager' }, ...pager(page, ROWS, all.length, to => this.change({ page: String(to) })));
    host.replaceChildren(
      el('div', { class: 'wide', tabindex: '0', role: 'region', 'aria-label': label }, el('table', { class: 'rows' }, head, body)),
      all.length === 0 ? el('p', {}, 'Nothing is like that.') : '', turn);
  }

  /** A row whose first cell opens what is below it. */
  row({ title, subtitle, cells, open }) {
    const button = el('button', { type: 'button', class: 'opener', 'aria-expanded': 'false' }, title);
    const row = el('tr', {}, el('th', { scope: 'row' }, button, subtitle), ...cells);
    let below;
    button.addEventListener('click', async () => {
      const isOpen = button.getAttribute('aria-expanded') === 'true';
      button.setAttribute('aria-expanded', !isOpen);
      if (isOpen) return below.remove();
      if (!below) {
        below = el('tr', { class: 'below' }, el('td', { colspan: cells.length + 1 }, 'Unpacking …'));
        row.after(below);
        below.firstChild.replaceChildren(el('div', { class: 'below-body' }, ...(await open())));
      } else row.after(below);
    });
    return row;
  }

  findings() {
    const e = this.estate;
    const verdictRank = e.verdicts.map(v => VERDICT_ORDER.indexOf(v));
    const rank = f => verdictRank[e.f.verdict[f]] * 10 + e.control(f).severity;
    const keys = {
      verdict: rank, severity: f => e.control(f).severity * 10 + verdictRank[e.f.verdict[f]],
      control: ranks(e.controls.map(c => c.title), f => e.f.control[f]), resource: f => e.resourceOf[f],
      layer: f => -e.control(f).layer, side: f => e.f.side[f],
      owner: ranks(['', ...e.owners], f => e.r.owner[e.resourceOf[f]] + 1),
    };
    const columns = [['control', 'Control'], ['verdict', 'Verdict'], ['severity', 'Severity'], ['resource', 'Resource'],
      ['layer', 'Layer', 'minor'], ['side', 'Side', 'minor'], ['owner', 'Owner', 'minor']];
    this.table(byId('table-findings'), 'Findings', this.heads(columns, 'verdict'), this.ordered(this.found.findings, keys, 'verdict'), f => {
      const i = e.resourceOf[f];
      const control = e.control(f);
      return {
        title: control.title,
        subtitle: el('small', {}, control.id),
        cells: [
          el('td', {}, badge(e.verdict(f))), el('td', {}, severityMark(e.severities[control.severity])),
          el('td', {}, foreign(e.name(i)), el('small', {}, e.type(i).title)),
          el('td', { class: 'minor' }, e.layers[control.layer].title), el('td', { class: 'minor' }, e.sideOf(f)),
          el('td', { class: 'minor' }, e.owner(i) ? foreign(e.owner(i)) : el('span', { class: 'quiet' }, '(unowned)')),
        ],
        open: () => this.findingText(f),
      };
    });
  }

  async findingText(f) {
    const e = this.estate;
    const i = e.resourceOf[f];
    const control = e.control(f);
    const told = await e.evidence(f);
    const basis = e.basesOf(i)?.[control.layer];
    const facts = (told?.facts ?? []).map(fact => el('li', {}, el('p', {}, fact.says), el('dl', { class: 'terms' },
      pair('Found', fact.found === null ? 'nothing there' : el('code', {}, fact.found)),
      pair('Condition', el('code', {}, fact.wanted)),
      pair('At', fact.resource && [foreign(fact.resource), ' '], el('code', {}, fact.resourceAt || '/')),
      pair('Named', fact.member && foreign(fact.member)),
      pair('Rule', el('code', {}, fact.ruleAt || '/')))));
    const fails = e.verdict(f) === 'non-compliant';
    const fix = fails ? await remedyOf(e, f) : [];
    return [
      el('p', { class: 'reason' }, told?.reason ?? 'Everything this control asks of the resource holds.'),
      facts.length > 0 && el('h4', {}, 'Evidence'), facts.length > 0 && el('ol', { class: 'evidence' }, ...facts),
      el('dl', { class: 'terms' },
        pair('Resource', this.link(i)), pair('Type', e.type(i).title + ' (' + e.type(i).type + ')'),
        pair('Subscription', e.subscription(i) && foreign(e.subscription(i).title)),
        pair('Owner', e.owner(i) ? foreign(e.owner(i)) : '(unowned)'),
        pair('Whose layer', e.layers[control.layer].title + ': ' + e.sideOf(f) + (basis ? ', by ' + basis.says : ''))),
      ...(fails ? [el('h4', {}, 'How to fix it'), ...fix] : []),
      el('details', {}, el('summary', {}, 'About the control'), ...controlText(e, control),
        el('details', {}, el('summary', {}, 'Its rule, in the language of Azure Policy'), code(pretty(control.rule)))),
    ].filter(Boolean);
  }

  /** A resource's id, leading to its row. */
  link(i) {
    return el('button', { type: 'button', class: 'link', onclick: () => this.filter({ resource: this.estate.ids[i] }, 'resources') }, foreign(this.estate.ids[i]));
  }

  resources() {
    const e = this.estate;
    const keys = {
      failing: i => -(e.failing[i] * 1e6 + e.open[i]), name: ranks(e.ids.map((id, i) => e.name(i).toLowerCase()), i => i),
      type: ranks(e.types.map(t => t.title), i => e.r.type[i]), owner: ranks(['', ...e.owners], i => e.r.owner[i] + 1),
    };
    const columns = [['name', 'Resource'], ['type', 'Type', 'minor'], ['', 'The line, from the ground up'], ['failing', 'Findings'], ['owner', 'Owner', 'minor']];
    this.table(byId('table-resources'), 'Resources', this.heads(columns, 'failing'), this.ordered(this.found.resources, keys, 'failing'), i => ({
      title: foreign(e.name(i)),
      subtitle: el('small', {}, foreign(e.ids[i].slice(0, e.ids[i].lastIndexOf('/')) || '/')),
      cells: [
        el('td', { class: 'minor' }, e.type(i).title),
        el('td', {}, this.lineOf(i)),
        el('td', {}, this.tally(i)),
        el('td', { class: 'minor' }, e.owner(i) ? foreign(e.owner(i)) : el('span', { class: 'quiet' }, '(unowned)')),
      ],
      open: () => this.resourceText(i),
    }));
  }

  lineOf(i) {
    const e = this.estate;
    if (e.cellsOf(i)) return stripOf(e, i);
    if (e.wholes.has(i)) return el('small', { class: 'part' }, 'part of ', foreign(lastName(e.wholes.get(i))));
    return el('small', { class: 'part' }, 'unclassified: no line is drawn');
  }

  tally(i) {
    const e = this.estate;
    const all = e.first[i + 1] - e.first[i];
    const parts = [e.failing[i] && count(e.failing[i]) + ' failing', e.open[i] && count(e.open[i]) + ' open'].filter(Boolean);
    return all === 0 ? el('span', { class: 'quiet' }, 'not checked') : parts.length > 0 ? parts.join(', ') + ' of ' + count(all) : count(all) + ' hold';
  }

  async resourceText(i) {
    const e = this.estate;
    const type = e.type(i);
    const whole = e.wholes.get(i);
    const wholeNumber = e.wholeOf[i];
    const parts = e.partsOf.get(i) ?? [];
    return [
      el('dl', { class: 'terms' },
        pair('Id', foreign(e.ids[i])), pair('Type', type.type + (type.model ? ': ' + type.model : '')),
        pair('Location', e.r.location[i] >= 0 && foreign(e.locations[e.r.location[i]])),
        pair('Seen', e.listed.has(i) ? 'listed only: its configuration was not seen' : 'with its configuration'),
        pair('Part of', whole !== undefined && (wholeNumber >= 0 ? this.link(wholeNumber) : [foreign(whole), ', which was not seen'])),
        pair('Parts', parts.length > 0 && counted(parts.length, 'resource', 'resources') + ' whose findings count for these layers'),
        pair('Findings', e.first[i + 1] > e.first[i] && el('button', { type: 'button', class: 'link',
          onclick: () => this.filter({ resource: e.ids[i] }, 'findings') }, counted(e.first[i + 1] - e.first[i], 'finding', 'findings')))),
      whole !== undefined && el('p', {}, 'A part has no line of its own: the line of the whole covers it, and what is found on it counts for the whole’s layers.'),
      e.cellsOf(i) ? this.bases(i) : whole === undefined && el('p', {}, 'No row of the responsibility table describes this type, so no line is drawn through it.'),
    ].filter(Boolean);
  }

  /** Every layer with its side, state and why. */
  bases(i) {
    const e = this.estate;
    const cells = e.cellsOf(i);
    const bases = e.basesOf(i);
    const contested = e.type(i).contested;
    const rows = e.layers.map((layer, l) => el('tr', {},
      el('th', { scope: 'row' }, layer.title, el('small', {}, layer.covers)),
      el('td', {}, cells[l].side), el('td', {}, cells[l].state === 'not-yours' ? '' : badge(cells[l].state)),
      el('td', {}, bases[l].says, bases[l].certain ? '' : el('strong', {}, ' Not certain.'),
        contested[layer.id] && el('p', { class: 'note' }, 'Contested: ' + contested[layer.id]),
        layer.derived && bases[l].kind === 'matrix' && el('p', { class: 'note' }, layer.derived),
        bases[l].sources.length > 0 && el('details', {}, el('summary', {}, 'Sources'),
          el('ul', {}, ...bases[l].sources.map(n => el('li', {}, e.sources[n]))))))).reverse();
    return el('div', { class: 'wide' }, el('table', { class: 'bases' },
      el('thead', {}, el('tr', {}, ...['Layer', 'Side', 'State', 'Why'].map(head => el('th', { scope: 'col' }, head)))), el('tbody', {}, ...rows)));
  }
}

/** A key that orders by text: the rank of each text, by number. */
function ranks(texts, numberOf) {
  const order = texts.map((text, n) => n).sort((a, b) => (texts[a] < texts[b] ? -1 : texts[a] > texts[b] ? 1 : a - b));
  const rank = new Int32Array(texts.length);
  order.forEach((n, at) => (rank[n] = at));
  return one => rank[numberOf(one)];
}

const pretty = json => JSON.stringify(JSON.parse(json), null, 2);
