// Text and elements. Everything the estate says reaches the page through `shown` and a text node, never as markup.

const HIDDEN = /[\p{C}\p{Zl}\p{Zp}]/gu;

/** The text with everything that cannot be seen, or would move what stands around it, spelled out. */
function shown(text) {
  return String(text).replace(HIDDEN, c => {
    const code = c.codePointAt(0);
    return code > 0xffff ? '\\u{' + code.toString(16) + '}' : '\\u' + code.toString(16).padStart(4, '0');
  });
}

/** Several lines, each as `shown`. */
const shownLines = text => String(text).split('\n').map(shown).join('\n');

/** An element: attributes by name, `on…` as listeners; children are elements or texts. */
function el(name, attributes, ...children) {
  return fill(document.createElement(name), attributes, children);
}

const SVG = 'http://www.w3.org/2000/svg';

function svg(name, attributes, ...children) {
  return fill(document.createElementNS(SVG, name), attributes, children);
}

function fill(element, attributes, children) {
  for (const [key, value] of Object.entries(attributes ?? {})) {
    if (key.startsWith('on')) element.addEventListener(key.slice(2), value);
    else if (value === true) element.setAttribute(key, '');
    else if (value !== false && value != null) element.setAttribute(key, shown(value));
  }
  for (const child of children.flat()) {
    if (child == null || child === false) continue;
    element.append(child instanceof Node ? child : document.createTextNode(shown(child)));
  }
  return element;
}

/** Text from the estate, kept from moving the text around it; may break after a slash. */
const foreign = text =>
  el('bdi', {}, String(text).split(/(?<=\/)/).flatMap((part, n) => (n === 0 ? [part] : [document.createElement('wbr'), part])));

/** Code as it stands, line by line. */
function code(text) {
  const pre = el('pre', { tabindex: '0' });
  pre.append(document.createTextNode(shownLines(text.replace(/\s+$/, ''))));
  return pre;
}

const byId = id => document.getElementById(id);

const count = number => String(number).replace(/\B(?=(\d{3})+$)/g, ',');

const counted = (number, one, many) => count(number) + ' ' + (number === 1 ? one : many);

const capital = text => text.charAt(0).toUpperCase() + text.slice(1);

/** What stands for a state where a word is too long; never told apart by colour alone. */
const GLYPHS = {
  failing: '✕', unknown: '?', unwatched: '○', exempt: '–', attested: '✎', verified: '✓',
  'non-compliant': '✕', compliant: '✓', error: '!', conflict: '≠', unattested: '…', protected: '▣',
};

/** The look that a verdict shares with the state it leads to. */
const LOOKS = { 'non-compliant': 'failing', conflict: 'failing', compliant: 'verified', error: 'unknown', unattested: 'unwatched', protected: 'attested' };

const badge = (word, number) =>
  el('span', { class: 'badge is-' + (LOOKS[word] ?? word) },
    GLYPHS[word] && el('span', { class: 'glyph', 'aria-hidden': 'true' }, GLYPHS[word]), number ? number + ' ' + word : word);

const severityMark = word => el('span', { class: 'severity ' + word }, word);

/** A term and what it is, or nothing when there is nothing. */
const pair = (term, ...value) =>
  value.flat().some(one => one != null && one !== '' && one !== false) &&
  el('div', {}, el('dt', {}, term), el('dd', {}, ...value));

/** Buttons to the pages before and after, and where we are. */
function pager(page, size, whole, go) {
  const pages = Math.max(1, Math.ceil(whole / size));
  const button = (label, to, enabled) =>
    el('button', { type: 'button', disabled: !enabled, onclick: () => go(to) }, label);
  const where = el('span', { role: 'status' }, whole === 0 ? 'nothing' :
    count(page * size + 1) + '–' + count(Math.min(whole, (page + 1) * size)) + ' of ' + count(whole));
  return pages === 1 ? [where] : [
    button('First', 0, page > 0),
    button('Previous', page - 1, page > 0),
    where,
    button('Next', page + 1, page < pages - 1),
    button('Last', pages - 1, page < pages - 1),
  ];
}

/** A button that copies what stands in an element. */
function copier(of) {
  const button = el('button', { type: 'button', class: 'copy', onclick: copy }, 'Copy');
  async function copy() {
    try {
      await navigator.clipboard.writeText(of.textContent);
      say('Copied');
    } catch {
      const range = document.createRange();
      range.selectNodeContents(of);
      const selection = getSelection();
      selection.removeAllRanges();
      selection.addRange(range);
      say(document.execCommand('copy') ? 'Copied' : 'Selected: press Ctrl+C');
    }
  }
  function say(word) {
    button.textContent = word;
    setTimeout(() => (button.textContent = 'Copy'), 2000);
  }
  return button;
}
