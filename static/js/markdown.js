// A toolbar and a preview around every text field that holds Markdown (careers/admin/markdown.py, where its words are).
// Without this script, and where the server does not answer, the field is a plain one.
// An occupation is found by typing its name: static/js/combobox.js, which is loaded after this, suggests.

import {element, keep} from './markdown_kept.js';
import {goOn, HEADINGS, lead, link, LISTED, QUOTED, surround} from './markdown_text.js';

const DELAY = 250; // milliseconds without a key before the preview follows
const SHOWN = 'markdown-preview'; // the editor's choice, kept by the browser
// Of an employer's HTML only the preview is offered: it has no buttons.
const BUTTONS = [
  {name: 'bold', key: 'b', does: field => surround(field, '**')},
  {name: 'italic', key: 'i', does: field => surround(field, '*')},
  {name: 'heading', of: ['page'], does: field => lead(field, HEADINGS, () => '## ')},
  {name: 'subheading', of: ['page'], does: field => lead(field, HEADINGS, () => '### ')},
  {name: 'list', does: field => lead(field, LISTED, () => '- ')},
  {name: 'numbers', does: field => lead(field, LISTED, position => `${position + 1}. `)},
  {name: 'quote', does: field => lead(field, QUOTED, () => '> ')},
  {name: 'link', key: 'k', asks: 'address'},
  {name: 'occupation', asks: 'occupation'},
];
const fields = document.querySelectorAll('textarea[data-markdown]');
const words = JSON.parse(fields[0]?.dataset.words ?? '{}');
let number = 0;

/** A line below the toolbar that asks where a link leads. */
function question(field, kind) {
  const id = `markdown-${kind}-${++number}`;
  const asked = words[`ask ${kind}`];
  const isOccupation = kind === 'occupation';
  const input = element('input', {
    id, type: 'text', autocomplete: 'off', spellcheck: 'false', 'aria-describedby': `${id}-hint`,
    ...(isOccupation ? {'data-suggest-kind': kind} : {inputmode: 'url', maxlength: '1000'}),
  });
  const line = element('div', {class: 'markdown-question', role: 'group', 'aria-label': asked},
    element('label', {for: id}, asked), input,
    ...(isOccupation ? [] : [element('button', {type: 'button', click: given}, words.insert)]),
    element('button', {type: 'button', click: close}, words.cancel),
    element('span', {class: 'quiet', id: `${id}-hint`}, words[`hint ${kind}`]));
  let place;
  line.hidden = true;

  function close() {
    line.hidden = true;
    input.value = '';
    field.focus();
    const isTyped = field.value.slice(...place) === '[[';
    field.setSelectionRange(isTyped ? place[1] : place[0], place[1]);
  }

  function done(url, name) {
    close();
    link(field, place, url, name);
  }

  function given() {
    const url = input.value.trim();
    if (url) done(/^(https?:|mailto:|\/)/i.test(url) ? url : `https://${url}`, '');
    else input.focus();
  }

  input.addEventListener('suggested', ({detail}) => done(detail.url, detail.title));
  line.addEventListener('keydown', event => {
    if (event.key === 'Enter' && event.target === input) {
      event.preventDefault(); // or the whole form is sent
      if (!isOccupation) given();
    } else if (event.key === 'Escape' && !event.defaultPrevented) {
      event.preventDefault();
      close();
    }
  });

  function open(from = field.selectionStart, to = field.selectionEnd) {
    place = [from, to];
    line.hidden = false;
    input.focus();
  }
  return {line, open};
}

/** Buttons of which Tab reaches one, and the arrows the others. */
function toolbar(field, named, questions) {
  const buttons = BUTTONS.filter(({of = ['page', 'text']}) => of.includes(field.dataset.markdown)).map(each => {
    const {name, key = ''} = each;
    const says = words[name];
    const pressed = key.toUpperCase();
    return element('button', {
      type: 'button', 'data-name': name, click: () => act(field, each, questions),
      title: key ? `${says} (Ctrl+${pressed})` : says, ...(key ? {'aria-keyshortcuts': `Control+${pressed}`} : {}),
      ...(words[`${name} sign`] ? {'aria-label': says} : {}),
    }, words[`${name} sign`] ?? says);
  });
  const bar = element('div', {
    role: 'toolbar', class: 'markdown-toolbar', 'aria-label': `${words.formatting}: ${named}`, 'aria-controls': field.id,
  }, ...buttons);

  function reach(button) {
    [...bar.children].forEach(other => { other.tabIndex = other === button ? 0 : -1; });
  }

  bar.addEventListener('focusin', ({target}) => reach(target));
  bar.addEventListener('keydown', event => {
    const all = [...bar.children];
    const at = all.indexOf(document.activeElement);
    const next = {ArrowRight: at + 1, ArrowLeft: at - 1 + all.length, Home: 0, End: all.length - 1}[event.key];
    if (next === undefined || at < 0) return;
    event.preventDefault();
    all[next % all.length].focus();
  });
  return {bar, settle: () => reach(bar.firstChild)};
}

function act(field, {does, asks}, questions) {
  Object.values(questions).forEach(({line}) => { line.hidden = true; });
  if (asks) questions[asks].open();
  else does(field);
}

/** What readers will see, as the server makes it of the text, and which links lead nowhere; shown on demand. */
function preview(field, named) {
  const id = `${field.id}-preview`;
  const shown = element('div', {
    class: 'markdown-preview', id, role: 'region', 'aria-label': `${words.preview}: ${named}`, tabindex: '0',
  });
  const faults = element('div', {class: 'markdown-faults', role: 'status'});
  const toggle = element('button', {type: 'button', class: 'markdown-toggle', 'aria-controls': id, click: change},
    words.preview);
  const token = field.form?.querySelector('[name=csrfmiddlewaretoken]')?.value ?? '';
  let timer, asking;

  function say(texts) {
    const now = texts.join('\n');
    if (faults.innerText.trim() !== now) faults.replaceChildren(...texts.map(text => element('p', {}, text)));
  }

  async function ask() {
    asking?.abort();
    if (shown.hidden) return;
    const {signal} = asking = new AbortController();
    try {
      const answer = await fetch(field.dataset.previewUrl, {
        method: 'POST', body: new URLSearchParams({text: field.value}), signal, headers: {'X-CSRFToken': token},
      });
      if (!answer.ok) throw new Error(answer.status);
      const {html, faults: found} = await answer.json();
      shown.innerHTML = html; // sanitised where it was made: careers/markup.py
      shown.querySelectorAll('a').forEach(anchor => { anchor.target = '_blank'; }); // what is typed stays
      if (!html) shown.append(element('p', {class: 'quiet'}, words.nothing));
      say(found);
    } catch {
      if (!signal.aborted) say([words['no preview']]);
    }
  }

  function show(is) {
    shown.hidden = faults.hidden = !is;
    toggle.setAttribute('aria-pressed', is);
    ask();
  }

  function change() {
    show(shown.hidden);
    try { localStorage.setItem(SHOWN, shown.hidden ? 'no' : 'yes'); } catch { /* then it is asked anew */ }
  }

  field.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(ask, DELAY);
  });
  let kept = '';
  try { kept = localStorage.getItem(SHOWN); } catch { /* the same */ }
  show(kept !== 'no');
  return {shown, faults, toggle};
}

function edit(field) {
  const named = document.querySelector(`label[for="${field.id}"]`)?.textContent.replace(/:\s*$/, '') ?? words.text;
  const editor = element('div', {class: 'markdown-editor'});
  const questions = {address: question(field, 'address'), occupation: question(field, 'occupation')};
  const {bar, settle} = toolbar(field, named, questions);
  const kept = keep(field, words);
  const {shown, faults, toggle} = preview(field, named);
  field.replaceWith(editor);
  editor.append(kept, bar, questions.address.line, questions.occupation.line,
    element('div', {class: 'markdown-sides'}, field, shown), faults);
  bar.append(toggle);
  settle();
  if (field.dataset.markdown === 'html') return;
  editor.append(element('p', {class: 'quiet markdown-hint'}, words['type [[']));

  field.addEventListener('keydown', event => {
    if (event.isComposing) return;
    const plain = !event.shiftKey && !event.altKey;
    const held = event.ctrlKey || event.metaKey;
    const pressed = held && plain && BUTTONS.find(({key}) => key === event.key.toLowerCase());
    if (pressed) {
      event.preventDefault();
      act(field, pressed, questions);
    } else if (event.key === 'Enter' && plain && !held) {
      goOn(field, event);
    }
  });
  field.addEventListener('input', ({data}) => {
    const at = field.selectionStart;
    if (data === '[' && field.value.slice(at - 2, at) === '[[') questions.occupation.open(at - 2, at);
  });
}

if (fields.length && !document.getElementById('suggest-status')) {
  const {label, none, one, many} = words;
  const status = element('p', {id: 'suggest-status', class: 'visually-hidden', role: 'status'});
  Object.assign(status.dataset, {url: fields[0].dataset.suggestUrl, label, none, one, many});
  document.body.append(status);
}
fields.forEach(edit);
