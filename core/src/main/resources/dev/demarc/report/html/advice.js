// Recommendations, the worst severity first, then by gain, with the resources they affect and how to fix each.

const ADVICE_PAGE = 10;
const AFFECTED_PAGE = 10;

class Advice {
  constructor(estate, tables) {
    this.estate = estate;
    this.tables = tables;
    byId('advice-first').hidden = true;
    this.show(0);
  }

  show(page, isTurned) {
    const all = this.estate.recommendations;
    const from = page * ADVICE_PAGE;
    const list = byId('advice-list');
    list.replaceChildren(...all.slice(from, from + ADVICE_PAGE).map((one, n) => this.item(one, from + n)));
    list.setAttribute('start', from + 1);
    if (all.length === 0) byId('advice-first').hidden = false;
    else byId('advice-pager').replaceChildren(...pager(page, ADVICE_PAGE, all.length, to => this.show(to, true)));
    if (isTurned) byId('advice').scrollIntoView();
  }

  item(recommendation, number) {
    const control = this.estate.controls[recommendation.control];
    const affected = recommendation.affected;
    const details = el('details', { ontoggle: event => this.open(event.target, recommendation) },
      el('summary', {}, counted(affected.length, 'resource', 'resources') + ' to fix: why, which, and how'));
    return el('li', { class: 'card' },
      el('div', { class: 'rank', 'aria-hidden': 'true' }, String(number + 1)),
      el('div', { class: 'card-body' },
        el('h3', {}, 'Wanted: ' + control.title),
        el('p', { class: 'meta' },
          el('strong', { class: 'gain' }, '+' + recommendation.gain + ' points'), ' ' + recommendation.percent + '% of all',
          severityMark(this.estate.severities[control.severity]),
          el('span', {}, this.estate.layers[control.layer].title),
          el('span', {}, this.estate.areas[control.area]?.title),
          el('span', {}, 'effort ' + control.effort),
          el('span', {}, 'impact on users ' + control.impact)),
        details));
  }

  open(details, recommendation) {
    if (!details.open || details.dataset.filled) return;
    details.dataset.filled = '1';
    const control = this.estate.controls[recommendation.control];
    details.append(
      ...controlText(this.estate, control),
      el('p', {}, el('button', { type: 'button', onclick: () => this.tables.filter({ control: control.id, verdict: 'non-compliant' }, 'findings') },
        'Show these findings in the table')));
    const list = el('div', { class: 'affected' });
    const fix = el('div', { class: 'fix' });
    details.append(el('h4', {}, 'Affected resources, and how to fix each'), list, fix);
    this.affected(list, fix, recommendation, 0);
    this.fix(fix, recommendation, recommendation.affected[0]);
  }

  affected(list, fix, recommendation, page) {
    const from = page * AFFECTED_PAGE;
    const group = 'fix-' + recommendation.control;
    const rows = recommendation.affected.slice(from, from + AFFECTED_PAGE).map((i, n) => {
      const f = this.estate.findingOf(i, recommendation.control);
      return el('li', {}, el('label', {},
        el('input', { type: 'radio', name: group, checked: page === 0 && n === 0, onchange: () => this.fix(fix, recommendation, i) }),
        el('span', {}, foreign(this.estate.name(i)), el('small', {}, foreign(this.estate.ids[i])),
          el('small', {}, 'side: ' + this.estate.sideOf(f) + '; owner: ', this.estate.owner(i) ? foreign(this.estate.owner(i)) : '(unowned)'))));
    });
    list.replaceChildren(el('ul', {}, ...rows), el('p', { class: 'pager' },
      ...pager(page, AFFECTED_PAGE, recommendation.affected.length, to => this.affected(list, fix, recommendation, to))));
  }

  async fix(fix, recommendation, i) {
    const f = this.estate.findingOf(i, recommendation.control);
    fix.replaceChildren(...(await remedyOf(this.estate, f)));
  }
}

/** Why a control matters and what it is mapped to. */
function controlText(estate, control) {
  const mappings = Object.entries(control.mappings).map(([framework, ids]) =>
    el('li', {}, (estate.frameworks.find(one => one.id === framework)?.title ?? framework) + ': ' + ids.join(', ')));
  return [
    ...control.why.split(/\n+/).map(line => el('p', {}, line)),
    control.absent && el('p', { class: 'note' }, 'When the setting is absent: ' + control.absent.replace(/\n+/g, ' ')),
    el('dl', { class: 'terms' },
      pair('Control', el('code', {}, control.id)),
      pair('Layer', estate.layers[control.layer].title + ': the customer ' + estate.layers[control.layer].customer),
      pair('Worth', counted(control.points, 'point', 'points')),
      pair('Sources', ...control.sources.map(n => el('div', {}, estate.sources[n]))),
      pair('Checked on', control.checkedOn)),
    mappings.length > 0 && el('details', {}, el('summary', {}, 'Mappings to frameworks'), el('ul', {}, ...mappings)),
  ].filter(Boolean);
}

/** Commands and template for one finding's resource. */
async function remedyOf(estate, f) {
  const { cli, bicep } = await estate.remediation(f);
  const part = (title, text) => {
    const shown = code(text);
    return el('div', { class: 'remedy' }, el('div', { class: 'remedy-head' }, el('h5', {}, title), copier(shown)), shown);
  };
  const isOpen = /\{\{[A-Za-z.]+\}\}/.test(cli + bicep);
  return [
    el('p', { class: 'note' }, 'For ', foreign(estate.ids[estate.resourceOf[f]]), '. Read before you run it.',
      isOpen ? ' What stands in {{braces}} is for you to fill in: it was not seen, or cannot be put there safely.' : ''),
    part('Azure CLI', cli),
    part('Bicep', bicep),
  ];
}
