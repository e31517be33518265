// Policies in force: a filterable list, each policy with the resources that are not compliant with it.

const POLICY_ROWS = 25;
const POLICY_RESOURCES = 20;

class Policies {
  constructor(estate, tables, data) {
    Object.assign(this, { estate, tables, data });
    this.state = {};
    let from = 0;
    let reasons = 0;
    for (const policy of data.policies) {
      policy.from = from;
      policy.reasons = reasons;
      from += policy.told;
      reasons += Math.min(policy.told, data.reasonsEach);
      policy.of = data.assignments[policy.of];
      policy.lower = [policy.title, policy.reference, policy.definition, policy.of.title, ...policy.groups].join(' ').toLowerCase();
    }
    byId('policies-first').hidden = true;
    this.filters();
    this.show(0);
  }

  filters() {
    const form = byId('policy-filters');
    form.addEventListener('submit', event => event.preventDefault());
    let wait;
    const set = (name, value) => {
      this.state[name] = value;
      this.show(0);
    };
    form.append(el('label', { class: 'search' }, el('span', {}, 'Search'),
      el('input', { type: 'search', id: 'policy-q', placeholder: 'policy, assignment, group', oninput: event => {
        clearTimeout(wait);
        wait = setTimeout(() => set('q', event.target.value.trim().toLowerCase()), 150);
      } })));
    const select = (name, title, options) => form.append(el('label', {}, el('span', {}, title),
      el('select', { id: 'policy-' + name, onchange: event => set(name, event.target.value) }, el('option', { value: '' }, 'all'),
        ...options.map(([value, text]) => el('option', { value }, text)))));
    select('state', 'State', this.data.states.filter((s, n) => this.data.policies.some(p => p.counts[n] > 0)).map(s => [s, s]));
    select('of', 'Assignment', this.data.assignments.map((one, n) => [n, one.title]));
    select('effect', 'Effect', [...new Set(this.data.policies.map(p => p.effect))].sort().map(e => [e, e]));
  }

  /** The policies that the filters leave, those that most resources do not comply with first. */
  found() {
    const { q, state, of, effect } = this.state;
    const wanted = state ? this.data.states.indexOf(state) : -1;
    const weight = wanted < 0 ? p => (p.counts[0] + p.counts[1]) * 1e7 + p.counts[2] + p.counts[3] : p => p.counts[wanted];
    return this.data.policies
      .filter(p => (!q || p.lower.includes(q)) && (wanted < 0 || p.counts[wanted] > 0) && (!effect || p.effect === effect) &&
        (!of || p.of === this.data.assignments[of]))
      .sort((a, b) => weight(b) - weight(a));
  }

  show(page, isTurned) {
    const all = this.found();
    const head = el('thead', {}, el('tr', {}, ...['Policy', 'Resources', 'Effect'].map((title, n) =>
      el('th', { scope: 'col', class: n === 2 ? 'minor' : false }, title))));
    const body = el('tbody', {}, ...all.slice(page * POLICY_ROWS, (page + 1) * POLICY_ROWS).map(p => this.row(p)));
    byId('policy-list').replaceChildren(
      el('div', { class: 'wide', tabindex: '0', role: 'region', 'aria-label': 'Policies' }, el('table', { class: 'rows' }, head, body)),
      all.length === 0 ? el('p', {}, 'Nothing is like that.') : '',
      el('p', { class: 'pager' }, ...pager(page, POLICY_ROWS, all.length, to => this.show(to, true))));
    if (isTurned) byId('policy-list').scrollIntoView();
  }

  row(policy) {
    const note = policy.of.note && el('span', { class: 'tag' }, policy.of.note);
    return this.tables.row({
      title: foreign(policy.title),
      subtitle: el('small', {}, foreign(policy.of.title), ' ', note),
      cells: [
        el('td', {}, el('ul', { class: 'counts' }, ...this.data.states.map((word, n) =>
          policy.counts[n] > 0 && el('li', {}, badge(word, count(policy.counts[n])))))),
        el('td', { class: 'minor' }, policy.effect),
      ],
      open: () => this.text(policy),
    });
  }

  text(policy) {
    const list = el('ul', { class: 'policy-resources' });
    const turn = el('p', { class: 'pager' });
    const wanted = this.state.state ? this.data.states.indexOf(this.state.state) : -1;
    const rows = [];
    let number = 0;
    for (let i = 0; i < policy.told; i++) {
      number += this.data.resource[policy.from + i];
      const state = this.data.state[policy.from + i];
      if (wanted < 0 || state === wanted) rows.push({ number, state, i });
    }
    const show = page => {
      list.replaceChildren(...rows.slice(page * POLICY_RESOURCES, (page + 1) * POLICY_RESOURCES).map(row => this.resource(policy, row)));
      turn.replaceChildren(...pager(page, POLICY_RESOURCES, rows.length, show));
    };
    if (rows.length > 0) show(0);
    return [
      policy.says && el('p', {}, policy.says),
      policy.message && el('p', { class: 'reason' }, el('strong', {}, 'What people are told: '), foreign(policy.message)),
      el('dl', { class: 'terms' },
        pair('Definition', el('code', {}, policy.definition)), pair('Reference', el('code', {}, policy.reference)),
        pair('Groups', policy.groups.join(', '))),
      rows.length > 0 ? el('h4', {}, 'Resources that are not compliant') : el('p', {}, 'Every resource that it is about complies.'),
      policy.told > this.data.reasonsEach && el('p', { class: 'note' },
        'Reasons are told for the first ' + this.data.reasonsEach + ', the gravest; the JSON report has them all.'),
      list, turn,
    ].filter(Boolean);
  }

  /** A resource by name, leading to its row, with what it is and where. */
  link(number) {
    const e = this.estate;
    const id = e.ids[number];
    return el('div', {}, el('button', { type: 'button', class: 'link', onclick: () => this.tables.filter({ resource: id }, 'resources') },
      foreign(e.name(number))), el('small', {}, e.type(number).title + ' in ', foreign(id.slice(0, id.lastIndexOf('/')) || '/')));
  }

  resource(policy, { number, state, i }) {
    const { texts, reason, patch, reasonsEach } = this.data;
    const at = policy.reasons + i;
    const isTold = i < reasonsEach;
    return el('li', {}, badge(this.data.states[state]), el('div', {}, this.link(number),
      isTold && el('p', {}, foreign(texts[reason[at]])),
      isTold && patch[at] >= 0 && el('details', {}, el('summary', {}, 'What the policy would change'), code(pretty(texts[patch[at]])))));
  }
}
