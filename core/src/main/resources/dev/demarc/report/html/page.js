// Puts the page together: unpack, draw, fill. What takes time comes after what is looked at first.

/** A list in pages, with a heading that says how many. */
function pagedList(box, title, items, item) {
  if (items.length === 0) {
    box.append(el('p', {}, 'No ' + title + '.'));
    return;
  }
  const list = el('ul', { class: 'unseen-list' });
  const where = el('p', { class: 'pager' });
  const show = page => {
    list.replaceChildren(...items.slice(page * ROWS, (page + 1) * ROWS).map(item));
    if (items.length > ROWS) where.replaceChildren(...pager(page, ROWS, items.length, show));
  };
  box.append(el('h3', {}, counted(items.length, title.replace(/s$/, ''), title)), list, where);
  show(0);
}

function unseen({ gaps, diagnostics }) {
  byId('unseen-first').remove();
  pagedList(byId('unseen-gaps'), 'gaps', gaps, gap => el('li', {},
    el('p', {}, el('span', { class: 'badge state-unknown' }, gap.kind), ' ', capital(shown(gap.says)), '.'),
    el('p', { class: 'note' }, gap.type ? ['Type ', foreign(gap.type), '. '] : '', gap.scope ? ['In ', foreign(gap.scope), '. '] : '',
      'What to do: ' + gap.hint + '.')));
  pagedList(byId('unseen-diagnostics'), 'diagnostics', diagnostics, one => el('li', {},
    el('p', {}, el('span', { class: 'badge diagnostic-' + one.severity }, one.severity), ' ', el('code', {}, one.code), ' ', capital(shown(one.message)), '.'),
    el('p', { class: 'note' }, foreign(one.place), '. What to do: ' + one.hint + '.')));
}

async function open() {
  if (typeof DecompressionStream === 'undefined') {
    throw new Error('this browser is too old to unpack the tables (it needs Chromium 80, Firefox 113, Safari 16.4 or later)');
  }
  const [summary, resources, findings] = await Promise.all(['summary', 'resources', 'findings'].map(unpack));
  const estate = new Estate(summary, resources, findings);
  document.documentElement.classList.add('is-scripted');
  const detail = new Detail(estate);
  const choose = filter => detail.choose(filter);
  new Line(estate, choose);
  new Advice(estate, choose);
  document.documentElement.dataset.readyAfter = String(Math.round(performance.now()));
  unseen(await unpack('unseen-data'));
  // The sections were hidden when the browser looked for the address's place.
  if (location.hash.startsWith('#f:')) byId('detail').scrollIntoView({ behavior: 'instant' });
  else if (location.hash.length > 1) byId(location.hash.slice(1))?.scrollIntoView({ behavior: 'instant' });
  document.documentElement.dataset.wholeAfter = String(Math.round(performance.now()));
}

// On paper nothing can be unfolded, and the sheets that add up the scores belong there.
window.addEventListener('beforeprint', () => {
  document.querySelectorAll('#secure-score details, #method details').forEach(details => (details.open = true));
});

open().catch(failure => {
  const trouble = byId('trouble');
  trouble.hidden = false;
  trouble.textContent = 'The drawing and the tables could not be opened: ' + shown(failure.message) +
    '. The figures on this page are complete without them.';
});
