// The table of links for a spreadsheet: tab-separated, and no text of others that it would run as a formula.

const COLUMNS = ['number', 'relation', 'what', 'voice', 'score', 'confidence', 'probability', 'share', 'similarity'];

function safeCell(text) {
  const line = text.replace(/\s+/g, ' ').trim();
  return /^'*[=+\-@]/.test(line) ? `'${line}` : line;
}

function tableText(links) {
  const sides = state.pair.sides.flatMap(({id}) => [id, `${id} text`]);
  const rows = links.map((link) => [
    link.number, link.relation, safeCell(link.words), link.voice, link.score, link.confidence, link.probability,
    link.share, link.similarity, ...link.ends.flatMap((end) => [end.id, safeCell(end.words.textContent)]),
  ]);
  return [[...COLUMNS, ...sides], ...rows].map((row) => `${row.join('\t')}\n`).join('');
}

/** Where the clipboard is closed to the page, through a hidden field. */
async function toClipboard(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const field = make('textarea', {class: 'offscreen', 'aria-hidden': 'true'});
    field.value = text;
    document.body.append(field);
    field.select();
    document.execCommand('copy');
    field.remove();
  }
}

function addCopyButton() {
  const said = make('span', {role: 'status', class: 'note'});
  const button = make('button', {type: 'button', id: 'copy'}, 'Copy as a table');
  button.addEventListener('click', async () => {
    await toClipboard(tableText(state.pair.links));
    said.textContent = ` ${state.pair.links.length} links copied`;
  });
  byId('links-title').after(make('p', {class: 'copy'}, button, said));
}
