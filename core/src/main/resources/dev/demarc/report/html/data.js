// The blocks of the file, unpacked: columns of numbers, and names once.

/** The value of a block. */
async function unpack(id) {
  const bytes = Uint8Array.from(atob(byId(id).textContent), c => c.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(stream).json();
}

/** The estate as the page needs it. */
class Estate {
  constructor(summary, resources, findings) {
    Object.assign(this, summary);
    this.resourceCount = summary.resources;
    this.findingCount = summary.findings;
    this.r = resources;
    this.f = findings;
    this.ids = Estate.ids(resources);
    this.listed = new Set(resources.listed);
    this.cells = summary.strips.map(strip => this.strip(strip));
    this.number();
    this.pages = new Map();
  }

  static ids(resources) {
    let before = '';
    return resources.rest.map((rest, i) => (before = before.slice(0, resources.shared[i]) + rest));
  }

  /** Thirteen cells: side and state of each layer from the ground up. */
  strip(text) {
    const cells = [];
    for (let i = 0; i < text.length; i += 2) {
      cells.push({ side: this.sides[this.sideLetters.indexOf(text[i])], state: this.states[+text[i + 1]] });
    }
    return cells;
  }

  /** Which findings are whose: `first[i]` to `first[i + 1]` are those of resource i. */
  number() {
    this.first = new Int32Array(this.resourceCount + 1);
    this.resourceOf = new Int32Array(this.findingCount);
    for (let i = 0; i < this.resourceCount; i++) {
      this.first[i + 1] = this.first[i] + this.r.findings[i];
      this.resourceOf.fill(i, this.first[i], this.first[i + 1]);
    }
  }

  name(i) {
    return this.ids[i].slice(this.ids[i].lastIndexOf('/') + 1);
  }

  type(i) {
    return this.types[this.r.type[i]];
  }

  owner(i) {
    return this.r.owner[i] < 0 ? null : this.owners[this.r.owner[i]];
  }

  subscription(i) {
    return this.r.subscription[i] < 0 ? null : this.subscriptions[this.r.subscription[i]];
  }

  /** Whether a resource is a part of another, whose line covers it. */
  isPart(i) {
    return this.r.strip[i] === -2;
  }

  cellsOf(i) {
    return this.r.strip[i] < 0 ? null : this.cells[this.r.strip[i]];
  }

  /** The side of a finding's layer; of an unclassified type the control alone says it is the customer's. */
  sideOf(f) {
    return this.f.side[f] < 0 ? 'unclassified' : this.sides[this.f.side[f]];
  }

  control(f) {
    return this.controls[this.f.control[f]];
  }

  verdict(f) {
    return this.verdicts[this.f.verdict[f]];
  }

  /** The finding of a control on a resource; -1 when there is none. */
  findingOf(resource, control) {
    for (let f = this.first[resource]; f < this.first[resource + 1]; f++) {
      if (this.f.control[f] === control) return f;
    }
    return -1;
  }

  /** Reason and evidence of a finding, from the page that holds it. */
  async evidence(f) {
    const number = Math.floor(f / this.evidencePage);
    if (!this.pages.has(number)) this.pages.set(number, unpack('evidence-' + number));
    const page = await this.pages.get(number);
    const at = f - number * this.evidencePage;
    let from = 0;
    for (let i = 0; i < at; i++) from += page.count[i];
    const text = n => (n < 0 ? null : page.texts[n]);
    const facts = [];
    for (let e = from; e < from + page.count[at]; e++) {
      facts.push({
        ruleAt: text(page.ruleAt[e]), resource: text(page.resource[e]), resourceAt: text(page.resourceAt[e]),
        found: text(page.found[e]), wanted: text(page.wanted[e]), says: text(page.says[e]),
      });
    }
    return { reason: text(page.reason[at]), facts };
  }

  /** What a remediation can be filled in with, for one resource; what the resource does not have is absent. */
  places(i) {
    const id = this.ids[i];
    const segment = word => new RegExp('^(?:/subscriptions/[^/]+)?/' + word + '/([^/]+)', 'i').exec(id)?.[1];
    const parent = id.replace(/\/[^/]+\/[^/]+$/, '').replace(/\/providers\/[^/]+$/i, '');
    return {
      id,
      name: this.name(i),
      subscription: segment('subscriptions'),
      resourceGroup: segment('resourceGroups'),
      location: this.r.location[i] < 0 ? undefined : this.locations[this.r.location[i]],
      parentId: parent || undefined,
      parentName: parent ? parent.slice(parent.lastIndexOf('/') + 1) : undefined,
    };
  }
}

// A remediation's places, by the quoting they stand in; the order is that of Remedy.Quoting.
const HARMLESS = /^[A-Za-z0-9_][A-Za-z0-9_@%+=:,.\/-]*$|^\/[A-Za-z0-9_@%+=:,.\/-]*$/;
const QUOTED = [
  value => (HARMLESS.test(value) ? value : null),
  value => (HARMLESS.test(value) ? value : "'" + value.replaceAll("'", "'\\''") + "'"),
  value => value.replace(/[\\"$`]/g, '\\$&').replaceAll('!', "\"'!'\""),
  value => value.replaceAll("'", "'\\''"),
  value => value.replace(/[\\']/g, '\\$&').replaceAll('${', '\\${'),
];

/**
 * A remediation with a resource's own values filled in. Null when a value cannot be put there safely: it holds what
 * cannot be seen, would be taken for an option, or stands where no quoting helps.
 */
function filledIn(pieces, places) {
  let text = '';
  for (const piece of pieces) {
    if (typeof piece === 'string') {
      text += piece;
      continue;
    }
    const value = places[piece[0]];
    if (value === undefined) {
      text += '{{' + piece[0] + '}}';
      continue;
    }
    const quoted = value.startsWith('-') || /[\t\n]/.test(value) || shown(value) !== value ? null : QUOTED[piece[1]](value);
    if (quoted === null) return null;
    text += quoted;
  }
  return text;
}
