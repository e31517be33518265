// The blocks of the file, unpacked: columns of numbers, and names once.

/** The value of a block. */
async function unpack(id) {
  const bytes = Uint8Array.from(atob(byId(id).textContent), c => c.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(stream).json();
}

/** Values that mean nothing to a shell or to Bicep; the only ones that are filled in here. */
const PLAIN = /^[A-Za-z0-9\/._:@,+%-]+$/;

const lastName = id => id.slice(id.lastIndexOf('/') + 1);

/** The estate as the page needs it: resources and findings by number. */
class Estate {
  constructor(summary, resources, findings) {
    Object.assign(this, summary);
    this.resourceCount = summary.resources;
    this.findingCount = summary.findings;
    this.r = resources;
    this.f = findings;
    this.ids = Estate.ids(resources);
    this.listed = new Set(resources.listed);
    this.wholes = new Map(resources.part.map((part, n) => [part, resources.whole[n]]));
    this.cells = summary.strips.map(strip => this.strip(strip));
    this.linkParts();
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

  /** Which resource each part is a part of, as far as it was seen; which parts a resource has. */
  linkParts() {
    this.wholeOf = new Int32Array(this.resourceCount).fill(-1);
    this.partsOf = new Map();
    for (const [part, id] of this.wholes) {
      const whole = this.resource(id);
      this.wholeOf[part] = whole;
      if (whole < 0) continue;
      if (!this.partsOf.has(whole)) this.partsOf.set(whole, []);
      this.partsOf.get(whole).push(part);
    }
  }

  /** The cells that a resource's findings count for: its own, or those of the whole. */
  countedCells(i) {
    return this.cellsOf(i) ?? (this.wholeOf[i] < 0 ? null : this.cellsOf(this.wholeOf[i]));
  }

  /** Which findings are whose: `first[i]` to `first[i + 1]` are those of resource i. Which have a page of evidence. */
  number() {
    this.first = new Int32Array(this.resourceCount + 1);
    this.resourceOf = new Int32Array(this.findingCount);
    this.told = new Int32Array(this.findingCount);
    this.failing = new Int32Array(this.resourceCount);
    this.open = new Int32Array(this.resourceCount);
    for (let i = 0; i < this.resourceCount; i++) {
      this.first[i + 1] = this.first[i] + this.r.findings[i];
      this.resourceOf.fill(i, this.first[i], this.first[i + 1]);
    }
    let told = 0;
    for (let f = 0; f < this.findingCount; f++) {
      const verdict = this.verdict(f);
      this.told[f] = verdict === 'compliant' || verdict === 'not-applicable' ? -1 : told++;
      if (!this.isYours(f)) continue;
      if (verdict === 'non-compliant') this.failing[this.resourceOf[f]]++;
      if (verdict === 'unknown' || verdict === 'error') this.open[this.resourceOf[f]]++;
    }
  }

  /** What a resource is called: a subscription by its name, any other by the last name of its id. */
  name(i) {
    if (/^\/subscriptions\/[^\/]+$/i.test(this.ids[i])) return this.subscription(i)?.title ?? lastName(this.ids[i]);
    return lastName(this.ids[i]) || this.ids[i];
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

  /** The cells of a resource; null when it has no line of its own. */
  cellsOf(i) {
    return this.r.strip[i] < 0 ? null : this.cells[this.r.strip[i]];
  }

  /** Why each layer of a resource is on its side; null when it has no line of its own. */
  basesOf(i) {
    return this.r.basis[i] < 0 ? null : this.basisRows[this.r.basis[i]].map(n => this.bases[n]);
  }

  /** The number of the resource with this id; -1 when there is none. */
  resource(id) {
    this.byId ??= new Map(this.ids.map((one, i) => [one.toLowerCase(), i]));
    return this.byId.get(id.toLowerCase()) ?? -1;
  }

  /** The side of a finding's layer; of an unclassified type the control alone says it is the customer's. */
  sideOf(f) {
    return this.f.side[f] < 0 ? 'unclassified' : this.sides[this.f.side[f]];
  }

  /** Whether it is the customer's to act. */
  isYours(f) {
    return ['customer', 'shared', 'unclassified'].includes(this.sideOf(f));
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

  /** Reason, evidence and, where it cannot be filled in here, remediation of a finding; null of one that holds. */
  async evidence(f) {
    if (this.told[f] < 0) return null;
    const number = Math.floor(this.told[f] / this.evidencePage);
    if (!this.pages.has(number)) this.pages.set(number, unpack('evidence-' + number));
    const page = await this.pages.get(number);
    const at = this.told[f] - number * this.evidencePage;
    let from = 0;
    for (let i = 0; i < at; i++) from += page.count[i];
    const text = n => (n < 0 ? null : page.texts[n]);
    const facts = [];
    for (let e = from; e < from + page.count[at]; e++) {
      facts.push({
        ruleAt: text(page.ruleAt[e]), resource: text(page.resource[e]), resourceAt: text(page.resourceAt[e]),
        member: text(page.member[e]), found: text(page.found[e]), wanted: text(page.wanted[e]), says: text(page.says[e]),
      });
    }
    return { reason: text(page.reason[at]), facts, remediation: page.remediations[at] };
  }

  /** What a remediation can be filled in with, for one resource; the twin of `Filling` in the program. */
  places(i) {
    const id = this.ids[i];
    const scope = /^\/subscriptions\/([^\/]+)(?:\/resourceGroups\/([^\/]+))?/i.exec(id) ?? [];
    const parent = id.slice(0, this.r.parent[i]);
    return {
      id,
      name: lastName(id),
      subscription: scope[1],
      resourceGroup: scope[2],
      location: this.r.location[i] < 0 ? undefined : this.locations[this.r.location[i]],
      parentId: parent || undefined,
      parentName: parent ? lastName(parent) : undefined,
    };
  }

  /** The remediation of a finding that fails, for its resource. */
  async remediation(f) {
    const carried = (await this.evidence(f))?.remediation;
    if (carried) return carried;
    const places = this.places(this.resourceOf[f]);
    const filled = template => template.replace(/\{\{([A-Za-z]+)\}\}/g, (placeholder, name) =>
      places[name] !== undefined && PLAIN.test(places[name]) ? places[name] : placeholder);
    return { cli: filled(this.control(f).cli), bicep: filled(this.control(f).bicep) };
  }
}
