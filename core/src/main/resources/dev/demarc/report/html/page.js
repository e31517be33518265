// Puts the page together.

/** What was not seen, in groups of one kind and hint; and what was wrong, in groups of one code. */
function unseen({ gaps, diagnostics }) {
  byId('unseen-counts').hidden = true;
  const grouped = (list, key) => {
    const groups = new Map();
    for (const one of list) {
      const name = key(one);
      if (!groups.has(name)) groups.set(name, []);
      groups.get(name).push(one);
    }
    return [...groups.values()];
  };
  const group = (title, members, line) => {
    const list = el('ul', {});
    const more = el('p', { class: 'pager' });
    const show = page => {
      list.replaceChildren(...members.slice(page * 20, page * 20 + 20).map(line));
      more.replaceChildren(...pager(page, 20, members.length, show));
    };
    return el('details', { ontoggle: event => event.target.open && !list.firstChild && show(0) }, el('summary', {}, ...title), list, more);
  };
  byId('unseen-gaps').append(el('h3', {}, counted(gaps.length, 'gap', 'gaps')), ...grouped(gaps, gap => gap.kind + '\n' + gap.hint)
    .sort((a, b) => b.length - a.length)
    .map(members => group([el('b', {}, count(members.length)), ' ' + members[0].kind + '. ', el('span', {}, capital(members[0].hint))], members,
      gap => el('li', {}, gap.says, gap.scope && el('small', {}, foreign(gap.scope))))));
  const severe = { error: 0, warning: 1, note: 2 };
  byId('unseen-diagnostics').append(el('h3', {}, counted(diagnostics.length, 'diagnostic', 'diagnostics')),
    ...grouped(diagnostics, one => one.severity + '\n' + one.code)
      .sort((a, b) => severe[a[0].severity] - severe[b[0].severity] || b.length - a.length)
      .map(members => group([el('b', {}, count(members.length)), ' ' + members[0].severity + ' ', el('code', {}, members[0].code)], members,
        one => el('li', {}, one.message, el('small', {}, foreign(one.place)), el('small', {}, one.hint)))));
}

function severe(tables) {
  for (const item of document.querySelectorAll('.severe li')) {
    item.append(el('button', { type: 'button',
      onclick: () => tables.filter({ control: item.dataset.control, verdict: 'non-compliant' }, 'findings') }, 'Show'));
  }
}

/** What the drawing leaves out, in a sentence. */
function lineRest(estate, drawing, tables) {
  const parts = estate.wholes.size;
  const none = estate.r.strip.reduce((sum, strip, i) => sum + (strip < 0 && !estate.wholes.has(i) ? 1 : 0), 0);
  const most = drawing.columns?.most ?? 1;
  byId('line-rest').replaceChildren(...[
    most > 1 && 'A column stands for up to ' + count(most) + ' resources, and is filled in proportion; types that would be too narrow to see are widened. ',
    parts > 0 && counted(parts, 'resource is a part', 'resources are parts') + ' of others, whose line covers them. ',
    none > 0 && el('button', { type: 'button', class: 'link', onclick: () => tables.filter({ side: 'unclassified' }, 'resources') },
      counted(none, 'resource has', 'resources have') + ' an unclassified type and no line.'),
  ].filter(Boolean));
}

/** From a cell of the drawing to the rows behind it. */
function chosen(estate, tables, column, layer) {
  const filters = { layer: estate.layers[layer].id };
  if (column.resources.length === 1) filters.resource = estate.ids[column.resources[0]];
  else if (column.group.type === null) filters.category = column.group.category;
  else filters.type = estate.types[column.group.type].type;
  const all = column.resources.flatMap(i => [i, ...(estate.partsOf.get(i) ?? [])]);
  const isWatched = all.some(i => {
    for (let f = estate.first[i]; f < estate.first[i + 1]; f++) if (estate.control(f).layer === layer) return true;
    return false;
  });
  tables.filter(filters, isWatched ? 'findings' : 'resources');
}

function contents() {
  for (const link of document.querySelectorAll('a[href^="#"]')) {
    link.addEventListener('click', event => {
      const target = byId(link.getAttribute('href').slice(1));
      event.preventDefault();
      target.setAttribute('tabindex', '-1');
      target.scrollIntoView();
      target.focus({ preventScroll: true });
    });
  }
}

async function open() {
  if (typeof DecompressionStream === 'undefined') throw new Error('this browser cannot unpack gzip; use one of 2023 or later');
  const [summary, resources, findings] = await Promise.all(['summary', 'resources', 'findings'].map(unpack));
  const estate = new Estate(summary, resources, findings);
  document.documentElement.classList.add('ready');
  const tables = new Tables(estate);
  byId('line-legend').replaceChildren(...legend());
  const drawing = new LineDrawing(estate, byId('line-picture'), (column, layer) => chosen(estate, tables, column, layer));
  lineRest(estate, drawing, tables);
  new Advice(estate, tables);
  severe(tables);
  if (byId('policy-list')) new Policies(estate, tables, await unpack('policies-data'));
  contents();
  unseen(await unpack('unseen-data'));
  const asked = location.hash.slice(1);
  if (asked) (asked.includes('=') ? byId('detail') : byId(asked))?.scrollIntoView();
  addEventListener('beforeprint', () => document.querySelectorAll('#method details').forEach(details => (details.open = true)));
}

open().catch(failure => {
  byId('trouble').hidden = false;
  byId('trouble').textContent = 'The packed part of this report could not be shown: ' + shown(failure.message);
});
