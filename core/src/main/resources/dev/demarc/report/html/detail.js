// The tables of findings and resources under one filter, whose state lives in the address so that a view can be shared.

const ROWS = 50;
const VERDICT_ORDER = ['non-compliant', 'error', 'unknown', 'exempt', 'compliant', 'not-applicable'];
const collator = new Intl.Collator('en', { numeric: true });

/** What can be filtered: for each facet its choices in the order of the numbers that `of` gives a finding. */
function facetsOf(e) {
  const controlOf = f => e.controls[e.f.control[f]];
  const cellState = f => {
    const cells = e.cellsOf(e.resourceOf[f]);
    return cells ? e.states.indexOf(cells[controlOf(f).layer].state) : -1;
  };
  const word = w => ({ key: w, label: w });
  const titled = t => ({ key: t.id, label: t.title });
  return {
    verdict: { title: 'Verdict', options: e.verdicts.map(word), of: f => e.f.verdict[f] },
    severity: { title: 'Severity', options: e.severities.map(word), of: f => controlOf(f).severity },
    area: { title: 'Area', options: e.areas.map(titled), of: f => controlOf(f).area },
    layer: { title: 'Layer', options: e.layers.map(titled), of: f => controlOf(f).layer },
    side: { title: 'Side', options: ['unclassified', ...e.sides].map(word), of: f => e.f.side[f] + 1 },
    state: { title: 'State of the cell', options: e.states.filter(s => s !== 'not-yours').map(word), of: cellState },
    subscription: {
      title: 'Subscription', options: [{ key: 'none', label: 'above subscriptions' }, ...e.subscriptions.map(titled)],
      of: f => e.r.subscription[e.resourceOf[f]] + 1,
    },
    owner: {
      title: 'Owner', options: [{ key: '', label: 'nobody named' }, ...e.owners.map(word)],
      of: f => e.r.owner[e.resourceOf[f]] + 1,
    },
    type: { title: 'Resource type', options: e.types.map(t => ({ key: t.type, label: t.title })), of: f => e.r.type[e.resourceOf[f]] },
    control: { title: 'Control', options: e.controls.map(titled), of: f => e.f.control[f] },
  };
}

const OF_FINDINGS = ['verdict', 'severity', 'area', 'control'];

class Detail {
  constructor(estate) {
    this.estate = estate;
    this.facets = facetsOf(estate);
    this.names = Object.keys(this.facets);
    this.low = estate.ids.map(id => id.toLowerCase());
    this.lowControl = estate.controls.map(c => (c.id + ' ' + c.title).toLowerCase());
    this.page = 0;
    this.form();
    for (const tab of ['findings', 'resources']) byId('tab-' + tab).addEventListener('click', () => this.set({ tab }, false));
    byId('tab-findings').parentElement.addEventListener('keydown', event => {
      if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
      this.set({ tab: this.state.tab === 'resources' ? 'findings' : 'resources' }, false);
      byId('tab-' + (this.state.tab ?? 'findings')).focus();
    });
    window.addEventListener('hashchange', () => this.fromAddress());
    this.state = {};
    if (!this.fromAddress()) this.render();
  }

  /** Takes the filter from the address, when the address holds one. */
  fromAddress() {
    if (!location.hash.startsWith('#f:')) return false;
    this.state = Object.fromEntries(new URLSearchParams(location.hash.slice(3)));
    this.page = 0;
    this.render();
    return true;
  }

  /** Replaces the whole filter, from the drawing or a recommendation, and goes there. */
  choose(filter) {
    const isOfFindings = 'control' in filter || filter.state === 'failing' || filter.state === 'unknown';
    this.state = { tab: isOfFindings ? 'findings' : 'resources' };
    this.set(filter, true);
    byId('detail').scrollIntoView();
    byId('tab-' + this.state.tab).focus({ preventScroll: true });
  }

  set(changes, resetPage = true) {
    for (const [name, value] of Object.entries(changes)) {
      if (value === undefined || value === null) delete this.state[name];
      else this.state[name] = value;
    }
    this.page = 0;
    if (resetPage) this.opened = null;
    history.replaceState(null, '', '#f:' + new URLSearchParams(this.state));
    this.render();
  }

  form() {
    let typing;
    this.search = el('input', {
      type: 'search', id: 'filter-q', placeholder: 'name, id, control', autocomplete: 'off',
      oninput: event => {
        clearTimeout(typing);
        const value = event.target.value;
        typing = setTimeout(() => this.set({ q: value || undefined }), 150);
      },
    });
    byId('filters').append(el('label', { class: 'search' }, 'Search', this.search));
    this.selects = {};
    for (const name of this.names) {
      const select = el('select', { id: 'filter-' + name, onchange: event =>
        this.set({ [name]: event.target.selectedIndex === 0 ? undefined : event.target.value.slice(1) }) });
      this.selects[name] = select;
      byId('filters').append(el('label', {}, this.facets[name].title, select));
    }
    byId('filters').append(el('button', { type: 'button', onclick: () => { this.state = { tab: this.state.tab ?? 'findings' }; this.set({}); } }, 'Clear the filter'));
    byId('filters').addEventListener('submit', event => event.preventDefault());
  }

  /** The chosen number of each facet in the filter; -2 for a key that no choice has. */
  wanted() {
    return this.names.filter(name => this.state[name] !== undefined).map(name => {
      const at = this.facets[name].options.findIndex(option => option.key === this.state[name]);
      return [name, at < 0 ? -2 : at];
    });
  }

  /** The findings that pass, and how many there would be for every choice of every facet, all others kept. */
  findings() {
    const { estate } = this;
    const wanted = new Map(this.wanted());
    const q = (this.state.q ?? '').toLowerCase();
    const counts = this.names.map(name => new Int32Array(this.facets[name].options.length));
    const of = this.names.map(name => this.facets[name].of);
    const want = this.names.map(name => wanted.get(name) ?? -1);
    const passing = [];
    const here = new Int32Array(this.names.length);
    for (let f = 0; f < estate.findingCount; f++) {
      if (q && !this.low[estate.resourceOf[f]].includes(q) && !this.lowControl[estate.f.control[f]].includes(q)) continue;
      let missed = -1;
      let misses = 0;
      for (let n = 0; n < of.length && misses < 2; n++) {
        here[n] = of[n](f);
        if (want[n] !== -1 && want[n] !== here[n]) {
          misses++;
          missed = n;
        }
      }
      if (misses === 0) {
        passing.push(f);
        for (let n = 0; n < of.length; n++) if (here[n] >= 0) counts[n][here[n]]++;
      } else if (misses === 1) {
        here[missed] = of[missed](f);
        if (here[missed] >= 0) counts[missed][here[missed]]++;
      }
    }
    return { passing, counts };
  }

  /** The resources that pass: by themselves, by having such a cell, by having such a finding. */
  resources() {
    const { estate } = this;
    const wanted = new Map(this.wanted());
    const q = (this.state.q ?? '').toLowerCase();
    const byFinding = OF_FINDINGS.filter(name => wanted.has(name));
    const hasFinding = i => {
      for (let f = estate.first[i]; f < estate.first[i + 1]; f++) {
        if (byFinding.every(name => this.facets[name].of(f) === wanted.get(name)) &&
          (!wanted.has('layer') || this.facets.layer.of(f) === wanted.get('layer'))) return true;
      }
      return false;
    };
    const layer = wanted.get('layer');
    const { side, state } = this.state;
    const fits = cell => (side === undefined || cell.side === side) && (state === undefined || cell.state === state);
    const patterns = estate.cells.map(cells => (layer === undefined ? cells.some(fits) : layer >= 0 && fits(cells[layer])));
    const byCell = side !== undefined || state !== undefined;
    const passing = [];
    for (let i = 0; i < estate.resourceCount; i++) {
      if (q && !this.low[i].includes(q)) continue;
      if (wanted.has('type') && wanted.get('type') !== estate.r.type[i]) continue;
      if (wanted.has('owner') && wanted.get('owner') !== estate.r.owner[i] + 1) continue;
      if (wanted.has('subscription') && wanted.get('subscription') !== estate.r.subscription[i] + 1) continue;
      if (byCell && (estate.r.strip[i] < 0 ? side !== 'unclassified' || state !== undefined : !patterns[estate.r.strip[i]])) continue;
      if (byFinding.length > 0 && !hasFinding(i)) continue;
      passing.push(i);
    }
    return passing;
  }

  render() {
    const tab = this.state.tab === 'resources' ? 'resources' : 'findings';
    const findings = this.findings();
    const resources = this.resources();
    for (const name of ['findings', 'resources']) {
      const chosen = name === tab;
      byId('tab-' + name).setAttribute('aria-selected', String(chosen));
      byId('tab-' + name).tabIndex = chosen ? 0 : -1;
      byId('table-' + name).hidden = !chosen;
    }
    byId('tab-findings').querySelector('span').textContent = count(findings.passing.length);
    byId('tab-resources').querySelector('span').textContent = count(resources.length);
    if (document.activeElement !== this.search) this.search.value = this.state.q ?? '';
    this.names.forEach((name, n) => this.options(name, tab === 'findings' ? findings.counts[n] : null));
    if (tab === 'findings') this.table('findings', findings.passing, this.findingColumns(), f => this.findingDetails(f));
    else this.table('resources', resources, this.resourceColumns(), i => this.resourceDetails(i));
  }

  options(name, counts) {
    const { options } = this.facets[name];
    const items = options.map((option, n) => ({ ...option, n: counts ? counts[n] : null }))
      .filter(option => option.n !== 0 || option.key === this.state[name]);
    if (['subscription', 'owner', 'type', 'control'].includes(name)) items.sort((a, b) => collator.compare(a.label, b.label));
    this.selects[name].replaceChildren(
      el('option', { value: '' }, 'all'),
      ...items.map(option => el('option', { value: '=' + option.key, selected: option.key === this.state[name] },
        option.label + (option.n === null ? '' : ' (' + count(option.n) + ')'))));
    // The option's value goes through no `shown`, so that odd names still compare.
    items.forEach((option, n) => (this.selects[name].options[n + 1].value = '=' + option.key));
  }

  findingColumns() {
    const e = this.estate;
    const res = f => e.resourceOf[f];
    const verdict = f => VERDICT_ORDER.indexOf(e.verdict(f));
    return {
      verdict: { title: 'Verdict', key: verdict, cell: f => badge(e.verdict(f), 'verdict') },
      severity: { title: 'Severity', key: f => e.control(f).severity, cell: f => severityMark(e.severities[e.control(f).severity]) },
      control: { title: 'Control', key: f => e.control(f).title, cell: f => e.control(f).title },
      resource: {
        title: 'Resource', key: f => e.name(res(f)),
        cell: f => [foreign(e.name(res(f))), el('small', {}, e.type(res(f)).title)],
      },
      layer: {
        title: 'Layer and side', key: f => e.control(f).layer,
        cell: f => [e.layers[e.control(f).layer].short, el('small', {}, e.sideOf(f))],
      },
      owner: { title: 'Owner', key: f => e.owner(res(f)) ?? '', cell: f => foreign(e.owner(res(f)) ?? '–') },
      subscription: { title: 'Subscription', key: f => e.subscription(res(f))?.title ?? '', cell: f => foreign(e.subscription(res(f))?.title ?? '–') },
    };
  }

  resourceColumns() {
    const e = this.estate;
    const failing = i => {
      let n = 0;
      for (let f = e.first[i]; f < e.first[i + 1]; f++) if (e.verdict(f) === 'non-compliant') n++;
      return n;
    };
    return {
      resource: { title: 'Resource', key: i => e.name(i), cell: i => [foreign(e.name(i)), el('small', {}, e.type(i).title)] },
      strip: { title: 'Layers, data first', key: i => e.r.strip[i], cell: i => this.stripPicture(i) },
      failing: { title: 'Failing', number: true, key: i => -failing(i), cell: i => count(failing(i)) + ' of ' + count(e.r.findings[i]) },
      group: { title: 'Resource group', key: i => e.places(i).resourceGroup ?? '', cell: i => foreign(e.places(i).resourceGroup ?? '–') },
      owner: { title: 'Owner', key: i => e.owner(i) ?? '', cell: i => foreign(e.owner(i) ?? '–') },
      subscription: { title: 'Subscription', key: i => e.subscription(i)?.title ?? '', cell: i => foreign(e.subscription(i)?.title ?? '–') },
    };
  }

  /** Thirteen small cells, data first: a sign for the state, a letter for who else answers; shared ones stand on Microsoft's colour. */
  stripPicture(i) {
    const cells = this.estate.cellsOf(i);
    if (!cells) return el('span', { class: 'note' }, this.estate.isPart(i) ? 'part of another resource' : 'unclassified type');
    const says = cells.map((cell, n) => this.estate.layers[n].short + ': ' + cell.side + (cell.state === 'not-yours' ? '' : ', ' + cell.state)).reverse().join('; ');
    const picture = svg('svg', { class: 'strip', width: 13 * 15, height: 18, role: 'img', 'aria-label': says }, svg('title', {}, says));
    [...cells].reverse().forEach((cell, n) => {
      const ours = cell.state !== 'not-yours';
      picture.append(
        svg('rect', { class: ours ? 'state-' + cell.state : 'side-' + cell.side, x: n * 15, width: 14, height: cell.side === 'shared' ? 14 : 18 }),
        cell.side === 'shared' ? svg('rect', { class: 'side-microsoft', x: n * 15, y: 14, width: 14, height: 4 }) : '',
        ours ? svg('circle', { class: 'plate', cx: n * 15 + 7, cy: cell.side === 'shared' ? 7 : 9, r: 5.5 }) : '',
        svg('text', { x: n * 15 + 7, y: cell.side === 'shared' ? 7.5 : 9.5, class: 'strip-letter', 'text-anchor': 'middle', 'dominant-baseline': 'central' },
          ours ? GLYPHS[cell.state] : { microsoft: 'M', 'third-party': 'T', none: '' }[cell.side]));
    });
    return picture;
  }

  sorted(name, rows, columns) {
    const [by, direction] = (this.state['sort-' + name] ?? '').split('.');
    const column = columns[by];
    if (!column) {
      if (name === 'resources') return rows;
      const rank = f => VERDICT_ORDER.indexOf(this.estate.verdict(f)) * 8 + this.estate.control(f).severity;
      return rows.map(f => [rank(f), f]).sort((a, b) => a[0] - b[0] || a[1] - b[1]).map(pair => pair[1]);
    }
    const sign = direction === 'down' ? -1 : 1;
    const compare = (a, b) => (typeof a === 'string' ? collator.compare(a, b) : a - b);
    return rows.map(row => [column.key(row), row]).sort((a, b) => sign * compare(a[0], b[0]) || a[1] - b[1]).map(pair => pair[1]);
  }

  table(name, rows, columns, details) {
    const [by, direction] = (this.state['sort-' + name] ?? '').split('.');
    const ordered = this.sorted(name, rows, columns);
    const go = to => {
      this.page = to;
      this.table(name, rows, columns, details);
    };
    const heads = Object.entries(columns).map(([key, column]) => {
      const sort = key !== by ? 'none' : direction === 'down' ? 'descending' : 'ascending';
      return el('th', { scope: 'col', 'aria-sort': sort, class: column.number ? 'number' : null }, el('button', {
        type: 'button', class: 'sort', onclick: () => this.set({ ['sort-' + name]: key + (sort === 'ascending' ? '.down' : '.up') }),
      }, column.title, el('span', { 'aria-hidden': 'true' }, { none: '', ascending: ' ▲', descending: ' ▼' }[sort])));
    });
    const body = el('tbody');
    for (const row of ordered.slice(this.page * ROWS, (this.page + 1) * ROWS)) body.append(...this.row(row, columns, details));
    byId('table-' + name).replaceChildren(
      el('div', { class: 'wide', tabindex: '0', role: 'region', 'aria-label': 'Table of ' + name },
        el('table', { class: 'detail' }, el('thead', {}, el('tr', {}, el('th', { scope: 'col' }, el('span', { class: 'unseen-text' }, 'Details')), heads)), body)),
      rows.length === 0 ? el('p', { class: 'note' }, 'Nothing passes this filter.') : '',
      el('p', { class: 'pager' }, pager(this.page, ROWS, rows.length, go)));
  }

  row(row, columns, details) {
    const cells = Object.values(columns);
    let box = null;
    const toggle = el('button', {
      type: 'button', class: 'toggle', 'aria-expanded': 'false', 'aria-label': 'Details',
      onclick: async event => {
        const open = toggle.getAttribute('aria-expanded') === 'true';
        toggle.setAttribute('aria-expanded', String(!open));
        if (!box) {
          box = el('tr', { class: 'opened' }, el('td', { colspan: cells.length + 1 }));
          line.after(box);
          box.firstChild.append(await details(row));
        }
        box.hidden = open;
      },
    }, el('span', { 'aria-hidden': 'true' }, '▸'));
    const line = el('tr', {}, el('td', {}, toggle), cells.map(column => el('td', { class: column.number ? 'number' : null }, column.cell(row))));
    return [line];
  }

  async findingDetails(f) {
    const e = this.estate;
    const i = e.resourceOf[f];
    const control = e.control(f);
    const { reason, facts } = await e.evidence(f);
    const cells = e.cellsOf(i);
    const basis = cells ? e.bases[e.basisRows[e.r.basis[i]][control.layer]] : null;
    const places = e.places(i);
    return el('div', { class: 'opened-body' },
      el('p', {}, el('strong', {}, reason)),
      el('p', { class: 'id' }, el('code', {}, foreign(e.ids[i]))),
      e.listed.has(i) ? el('p', { class: 'note' }, 'This resource was only listed: its configuration was not seen.') : '',
      facts.length === 0 ? el('p', { class: 'note' }, 'Nothing was looked at.') : facts.map(fact => this.fact(fact)),
      el('p', {}, el('b', {}, 'Whose it is: '), basis ? capital(e.sideOf(f)) + ', because ' + shown(basis.says) : 'no row describes this type; the control says it is yours'),
      el('p', {}, control.why),
      e.verdict(f) === 'non-compliant' ? [command('Azure CLI, for bash or zsh', control.cli, places), command('Bicep', control.bicep, places)] : '',
      controlFacts(e, control));
  }

  fact(fact) {
    const pair = (name, value) => el('div', {}, el('dt', {}, name), el('dd', {}, value));
    return el('div', { class: 'evidence' }, el('p', {}, fact.says), el('dl', { class: 'facts' },
      pair('Found', fact.found === null ? el('em', {}, 'absent') : el('code', {}, foreign(fact.found))),
      pair('Asked', el('code', {}, foreign(fact.wanted))),
      pair('In the resource', el('code', {}, foreign(fact.resourceAt || '(root)'))),
      pair('In the rule', el('code', {}, foreign(fact.ruleAt || '(root)'))),
      fact.resource === null ? '' : pair('Of', el('code', {}, foreign(fact.resource)))));
  }

  resourceDetails(i) {
    const e = this.estate;
    const type = e.type(i);
    const cells = e.cellsOf(i);
    const head = [
      el('p', { class: 'id' }, el('code', {}, foreign(e.ids[i]))),
      el('p', {}, foreign(type.type), type.model ? ', ' + type.model.toLowerCase() : '', e.r.location[i] < 0 ? '' : [', ', foreign(e.locations[e.r.location[i]])],
        type.checkedOn ? '; the type’s row was checked on ' + type.checkedOn : ''),
      e.listed.has(i) ? el('p', { class: 'note' }, 'This resource was only listed: its configuration was not seen.') : '',
      el('p', {}, el('button', { type: 'button', class: 'link', onclick: () => this.choose({ q: e.ids[i], control: undefined }) }, 'Show its findings')),
    ];
    if (!cells) return el('div', { class: 'opened-body' }, head, el('p', { class: 'note' }, 'No row of the responsibility table describes this type, so no line is drawn; nothing is guessed.'));
    const rows = cells.map((cell, n) => this.layerRow(i, n, cell)).reverse();
    return el('div', { class: 'opened-body' }, head, el('table', { class: 'layers' },
      el('thead', {}, el('tr', {}, ['Layer', 'Side', 'State', 'Because'].map(t => el('th', { scope: 'col' }, t)))), el('tbody', {}, rows)));
  }

  layerRow(i, n, cell) {
    const e = this.estate;
    const basis = e.bases[e.basisRows[e.r.basis[i]][n]];
    const layer = e.layers[n];
    const contested = e.type(i).contested[layer.id];
    return el('tr', {}, el('th', { scope: 'row' }, layer.title), el('td', {}, capital(cell.side)),
      el('td', {}, cell.state === 'not-yours' ? '' : badge(cell.state, 'state')),
      el('td', {}, capital(basis.says), basis.certain ? '' : el('strong', {}, ' Not certain.'),
        basis.kind === 'matrix' && layer.derived ? el('small', {}, layer.derived) : '',
        contested ? el('small', {}, 'Disputed: ' + contested) : '',
        basis.sources.length ? el('small', {}, 'Sources: ' + basis.sources.map(s => e.sources[s]).join('; ')) : ''));
  }
}
