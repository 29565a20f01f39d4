// The ribbons between linked statements. Places are measured once for a layout; scrolling only moves them.

const SVG = 'http://www.w3.org/2000/svg';
const ribbonLayer = document.createElementNS(SVG, 'svg');
ribbonLayer.id = 'ribbons';
ribbonLayer.setAttribute('aria-hidden', 'true');

/** Of the layer and the two panes, and of every link where its ends lie in the content of their panes. */
const places = {width: 0, height: 0, offsets: [0, 0], ends: new Map(), reads: 0};
let shownLinks = [];
let litLinks = [];
let drawn = new Map();
let frame = 0;

const paneOf = (side) => state.pair.sides[side].element.querySelector('.pane');
const thickness = (link) => 2 + 9 * link.probability;
const ribbonsShow = () => state.order === 'text' && getComputedStyle(ribbonLayer).display !== 'none';

/** The links that end at each statement of a side, in the order of their other ends. */
function linksAt(side) {
  const found = new Map();
  for (const link of shownLinks) {
    const end = link.ends[side];
    if (!found.has(end)) found.set(end, []);
    found.get(end).push(link);
  }
  for (const links of found.values()) links.sort((a, b) => a.ends[1 - side].index - b.ends[1 - side].index);
  return found;
}

/** Where each link ends on a side: spread along the height of its statement. */
function measureEnds(side, top, scrolled) {
  const ends = new Map();
  for (const [statement, links] of linksAt(side)) {
    const box = statement.element.getBoundingClientRect();
    links.forEach((link, k) => {
      ends.set(link, box.top - top + scrolled + (box.height * (k + 1)) / (links.length + 1));
    });
  }
  return ends;
}

function measure() {
  places.reads += 1;
  places.ends.clear();
  if (!ribbonsShow()) return;
  const layer = ribbonLayer.getBoundingClientRect();
  Object.assign(places, {width: layer.width, height: layer.height});
  const ends = [0, 1].map((side) => {
    const pane = paneOf(side);
    const box = pane.getBoundingClientRect();
    places.offsets[side] = box.top - layer.top;
    return measureEnds(side, box.top, pane.scrollTop);
  });
  for (const link of shownLinks) places.ends.set(link, [ends[0].get(link), ends[1].get(link)]);
}

/** A band in the pattern of its relation, its course still to be set. */
function ribbonShape(relation, width) {
  const group = document.createElementNS(SVG, 'g');
  group.setAttribute('class', `ribbon ${relation}`);
  for (const kind of relation === 'contradict' ? ['band', 'gap'] : ['band']) {
    const path = document.createElementNS(SVG, 'path');
    path.setAttribute('class', kind);
    path.setAttribute('stroke-width', kind === 'gap' ? 0.34 * width : width);
    group.append(path);
  }
  return group;
}

function ribbonOf(link) {
  if (!drawn.has(link)) {
    const ribbon = ribbonShape(link.relation, thickness(link));
    ribbon.dataset.link = link.number;
    ribbon.classList.toggle('lit', litLinks.includes(link));
    drawn.set(link, ribbon);
    ribbonLayer.append(ribbon);
  }
  return drawn.get(link);
}

/** Of a link that has no end in view nothing is drawn. */
function draw() {
  frame = 0;
  if (!ribbonsShow()) return;
  const scrolled = [0, 1].map((side) => paneOf(side).scrollTop);
  const {width, height} = places;
  for (const [link, ends] of places.ends) {
    const [left, right] = ends.map((end, side) => end - scrolled[side] + places.offsets[side]);
    const away = [left, right].every((end) => end < 0 || end > height);
    if (away && !drawn.has(link)) continue;
    const ribbon = ribbonOf(link);
    ribbon.toggleAttribute('hidden', away);
    if (away) continue;
    const bend = width / 2;
    const d = `M0,${left.toFixed(1)}C${bend},${left.toFixed(1)} ${bend},${right.toFixed(1)} ${width},${right.toFixed(1)}`;
    for (const path of ribbon.children) path.setAttribute('d', d);
  }
}

function drawSoon() {
  if (!frame) frame = requestAnimationFrame(draw);
}

function remeasure() {
  measure();
  drawSoon();
}

/** Draws these links and no others. */
function showRibbons(links) {
  shownLinks = links;
  ribbonLayer.replaceChildren();
  drawn = new Map();
  remeasure();
}

/** Lights the ribbons of these links; the others fade. */
function lightRibbons(links) {
  litLinks = links;
  for (const [link, ribbon] of drawn) ribbon.classList.toggle('lit', links.includes(link));
  for (const link of links) {
    const ribbon = drawn.get(link);
    if (ribbon?.nextSibling) ribbonLayer.append(ribbon);  // above the others
  }
}
