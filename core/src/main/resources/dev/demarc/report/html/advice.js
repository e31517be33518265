// What to do first: the recommendations, the resources each affects, and the commands filled in for one of them.

const ADVICE_PAGE = 20;
const AFFECTED_PAGE = 20;

class Advice {
  constructor(estate, choose) {
    this.estate = estate;
    this.choose = choose;
    byId('advice-first').remove();
    this.show(0);
  }

  show(page) {
    const all = this.estate.recommendations;
    const from = page * ADVICE_PAGE;
    const list = byId('advice-list');
    list.setAttribute('start', String(from + 1));
    list.replaceChildren(...all.slice(from, from + ADVICE_PAGE).map(one => this.item(one)));
    if (all.length === 0) list.replaceWith(el('p', {}, 'Nothing on your side fails.'));
    if (all.length > ADVICE_PAGE) byId('advice-pager').replaceChildren(...pager(page, ADVICE_PAGE, all.length, to => this.show(to)));
  }

  item(one) {
    const { estate } = this;
    const control = estate.controls[one.control];
    const side = this.side(one);
    const body = el('div', { class: 'advice-body' });
    const details = el('details', { ontoggle: () => { if (details.open && !body.hasChildNodes()) this.open(one, body); } },
      el('summary', {}, 'How to fix it, and where'), body);
    return el('li', {},
      el('h3', {}, control.title),
      el('p', { class: 'advice-facts' },
        el('strong', { class: 'gain' }, '+' + one.gain + ' points'), ' (' + one.percent + ' % of all) ',
        severityMark(estate.severities[control.severity]), ' ',
        el('span', {}, counted(one.affected.length, 'resource', 'resources')), ' · ',
        el('span', {}, estate.layers[control.layer].title + ' layer, ' + side), ' · ',
        el('span', {}, 'effort ' + control.effort + ', users notice: ' + control.impact)),
      el('p', {}, control.why),
      details);
  }

  side(one) {
    const sides = new Set(one.affected.map(i => this.estate.sideOf(this.estate.findingOf(i, one.control))));
    const titles = { customer: 'yours', shared: 'shared', unclassified: 'type unclassified, yours by the control' };
    return [...sides].map(side => titles[side] ?? side).join(' or ');
  }

  open(one, body) {
    const control = this.estate.controls[one.control];
    const commands = el('div', { class: 'commands' });
    const where = el('div', { class: 'affected' });
    const show = page => {
      const slice = one.affected.slice(page * AFFECTED_PAGE, (page + 1) * AFFECTED_PAGE);
      where.replaceChildren(
        el('h4', {}, 'Affected resources'),
        el('ul', {}, slice.map(i => el('li', {}, el('button', {
          type: 'button', class: 'choice', 'aria-pressed': i === this.chosen ? 'true' : 'false',
          onclick: event => {
            where.querySelectorAll('.choice').forEach(b => b.setAttribute('aria-pressed', 'false'));
            event.currentTarget.setAttribute('aria-pressed', 'true');
            this.commands(control, i, commands);
          },
        }, foreign(this.estate.name(i))), ' ', el('small', {}, this.whereabouts(i))))),
        one.affected.length > AFFECTED_PAGE ? el('p', { class: 'pager' }, pager(page, AFFECTED_PAGE, one.affected.length, show)) : '',
        el('p', {}, el('button', {
          type: 'button', class: 'link', onclick: () => this.choose({ control: control.id, verdict: 'non-compliant' }),
        }, 'Show all in the table of findings')));
      where.querySelector('.choice')?.click();
    };
    show(0);
    body.append(where, commands, controlFacts(this.estate, control));
  }

  whereabouts(i) {
    const subscription = this.estate.subscription(i);
    const parts = [subscription ? subscription.title : 'above subscriptions', this.estate.places(i).resourceGroup, this.estate.owner(i) ?? 'no owner'];
    return parts.filter(Boolean).map(shown).join(' · ');
  }

  commands(control, i, box) {
    const places = this.estate.places(i);
    box.replaceChildren(
      command('Azure CLI, for bash or zsh', control.cli, places), command('Bicep', control.bicep, places));
  }
}

/** A remediation filled in for a resource, with a button to copy it. */
function command(title, pieces, places) {
  if (pieces.length === 0) return '';
  const text = filledIn(pieces, places);
  if (text === null) {
    return el('figure', {}, el('figcaption', {}, title), el('p', { class: 'note' },
      'Not filled in: the resource’s id or name holds characters that are not safe in a command. Write it by hand.'));
  }
  const says = el('span', { class: 'note', role: 'status' });
  const code = el('pre', { tabindex: '0' }, text);
  const copied = async () => {
    try {
      await navigator.clipboard.writeText(text);
      says.textContent = 'Copied';
    } catch {
      getSelection().selectAllChildren(code);
      says.textContent = document.execCommand('copy') ? 'Copied' : 'Selected: copy with the keyboard';
    }
  };
  return el('figure', {},
    el('figcaption', {}, title, ' ', el('button', { type: 'button', class: 'copy', onclick: copied }, 'Copy'), ' ', says), code);
}

/** What is known of a control: what absence means, mappings, sources, the rule. */
function controlFacts(estate, control) {
  const frameworks = Object.fromEntries(estate.frameworks.map(f => [f.id, f.title]));
  const fact = (name, value) => (value ? el('div', {}, el('dt', {}, name), el('dd', {}, value)) : '');
  return el('div', { class: 'control-facts' },
    el('dl', { class: 'facts' },
      fact('Control', el('code', {}, control.id)),
      fact('Area', estate.areas[control.area]?.title),
      fact('Worth', control.points + (control.points === 1 ? ' point' : ' points')),
      fact('When the setting is missing', control.absent),
      Object.entries(control.mappings).map(([id, ids]) => fact(frameworks[id] ?? id, ids.join(', '))),
      fact('Sources', control.sources.map(n => estate.sources[n]).join('; ')),
      fact('Checked on', control.checkedOn)),
    el('details', {}, el('summary', {}, 'The rule, in the language of Azure Policy; `if` describes the bad state'),
      el('pre', {}, JSON.stringify(JSON.parse(control.rule), null, 2))));
}
