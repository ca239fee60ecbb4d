// What the buttons and keys of the Markdown editor (markdown.js) do to the text of a field.

export const HEADINGS = /^#{1,6} +/;
export const LISTED = /^(\s*)(?:([-*+])|(\d+)[.)]) +/;
export const QUOTED = /^> ?/;
const MEANT = /[\\`*_[\]<>]/g; // what would be taken for markup in the name of an occupation

/** Puts `text` in place of what stands from `from` to `to`, as typing would: it can be undone. */
export function write(field, from, to, text, selected = [text.length, text.length]) {
  field.focus();
  field.setSelectionRange(from, to);
  const done = text || from === to
    ? document.execCommand('insertText', false, text)
    : document.execCommand('delete');
  if (!done) {
    field.setRangeText(text, from, to);
    field.dispatchEvent(new Event('input', {bubbles: true}));
  }
  field.setSelectionRange(from + selected[0], from + selected[1]);
}

/** The selection between two marks, or out of them where it stands between them; also while one types. */
export function surround(field, mark) {
  const {value} = field;
  let {selectionStart: from, selectionEnd: to} = field;
  while (from < to && /\s/.test(value[from])) from++;
  while (to > from && /\s/.test(value[to - 1])) to--;
  const chosen = value.slice(from, to);
  const wide = mark.length;
  const before = value.slice(0, from).match(/\*+$/)?.[0].length ?? 0;
  const after = value.slice(to).match(/^\*+/)?.[0].length ?? 0;
  const has = marks => marks === wide || marks === 3;
  field.focus();
  if (from === to && has(after) && !before) field.setSelectionRange(to + wide, to + wide); // what was begun ends
  else if (has(before) && has(after)) write(field, from - wide, to + wide, chosen, [0, chosen.length]);
  else write(field, from, to, mark + chosen + mark, [wide, wide + chosen.length]);
}

/** What the selected lines begin with: each line with `made`, or none where all have it already. */
export function lead(field, known, made) {
  const {value, selectionStart, selectionEnd} = field;
  const from = value.lastIndexOf('\n', selectionStart - 1) + 1;
  const end = value.indexOf('\n', Math.max(selectionStart, selectionEnd - (selectionEnd > selectionStart)));
  const to = end < 0 ? value.length : end;
  const lines = value.slice(from, to).split('\n');
  const several = lines.length > 1;
  const counted = lines.filter(line => line.trim() || !several);
  const isDone = counted.every((line, at) => line.startsWith(made(at)));
  let at = 0;
  const changed = lines.map(line => {
    if (several && !line.trim()) return line;
    const rest = line.replace(known, '');
    return isDone ? rest : made(at++) + rest;
  }).join('\n');
  // A list or a quotation that follows upon a sentence would be a part of it.
  const isApart = isDone || known === HEADINGS || !from || /(^|\n)\s*\n$/.test(value.slice(0, from))
    || known.test(value.slice(value.lastIndexOf('\n', from - 2) + 1, from));
  const gap = isApart ? '' : '\n';
  const whole = gap + changed;
  write(field, from, to, whole, several ? [gap.length, whole.length] : undefined);
}

/** Enter within a list begins its next item; in an empty item it ends the list. */
export function goOn(field, event) {
  const {value, selectionStart: at, selectionEnd} = field;
  const from = value.lastIndexOf('\n', at - 1) + 1;
  const found = value.slice(from, at).match(LISTED);
  if (!found || at !== selectionEnd) return;
  event.preventDefault();
  const [mark, blank, , digits] = found;
  if (from + mark.length === at && /^\s*(\n|$)/.test(value.slice(at))) write(field, from, at, '');
  else write(field, at, at, `\n${digits ? mark.replace(digits, Number(digits) + 1) : mark}`);
}

/** A link in place of `[from, to]`, named by what stands there, else by `name`. */
export function link(field, [from, to], url, name) {
  const chosen = field.value.slice(from, to);
  const isTyped = chosen && chosen !== '[[';
  const shown = isTyped ? chosen : name.replace(MEANT, '\\$&');
  const address = /[\s()<>]/.test(url) ? `<${url.replace(/[<>\s]/g, encodeURIComponent)}>` : url;
  const text = `[${shown}](${address})`;
  write(field, from, to, text, isTyped || name ? undefined : [1, 1]);
}
