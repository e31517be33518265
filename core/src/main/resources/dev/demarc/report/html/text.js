// Text and elements. Everything the estate says reaches the page through `shown` and a text node, never as markup.

const HIDDEN =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** The text with everything that cannot be seen, or would move what stands around it, written out. */
function shown(text) {
  return String(text).replace(
    HIDDEN, c => '⟨U+' + c.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0') + '⟩');
}

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

/** Text from the estate, kept from moving the text around it. */
const foreign = text => el('bdi', {}, text);

const byId = id => document.getElementById(id);

const count = number => String(number).replace(/\B(?=(\d{3})+$)/g, '\u202f');

const counted = (number, one, many) => count(number) + ' ' + (number === 1 ? one : many);

const capital = text => text.charAt(0).toUpperCase() + text.slice(1);

/** What stands for a state where there is no room for its pattern; never told apart by colour alone. */
const GLYPHS = {
  failing: '✕', unknown: '?', unwatched: '○', exempt: '–', attested: '✎', verified: '✓', 'not-yours': '',
  'non-compliant': '✕', compliant: '✓', error: '!', 'not-applicable': '·',
};

const badge = (word, kind) =>
  el('span', { class: 'badge ' + kind + '-' + word }, el('span', { 'aria-hidden': 'true' }, GLYPHS[word] ?? ''), word);

const severityMark = word => el('span', { class: 'severity ' + word }, word);

/** Buttons to the pages before and after, and where we are. */
function pager(page, size, whole, go) {
  const pages = Math.max(1, Math.ceil(whole / size));
  const button = (label, to, enabled) =>
    el('button', { type: 'button', disabled: !enabled, onclick: () => go(to) }, label);
  return [
    button('First', 0, page > 0),
    button('Previous', page - 1, page > 0),
    el('span', {}, whole === 0 ? 'nothing' :
      count(page * size + 1) + '–' + count(Math.min(whole, (page + 1) * size)) + ' of ' + count(whole)),
    button('Next', page + 1, page < pages - 1),
    button('Last', pages - 1, page < pages - 1),
  ];
}
