// A toolbar and a preview around every text field that holds Markdown (careers/admin/markdown.py).
// Without this script, and where the server does not answer, the field is a plain one.
//
// An occupation is found by typing its name: static/js/combobox.js, which is loaded after this, suggests.

import {keep} from './markdown_kept.js';
import {goOn, HEADINGS, lead, link, LISTED, QUOTED, surround} from './markdown_text.js';

const DELAY = 250; // milliseconds without a key before the preview follows
const SHOWN = 'markdown-preview'; // the editor's choice, kept by the browser

// Of an employer's HTML only the preview is offered: it has no buttons.
const BUTTONS = [
  {name: 'Bold', shown: 'B', key: 'b', does: field => surround(field, '**')},
  {name: 'Italic', shown: 'I', key: 'i', does: field => surround(field, '*')},
  {name: 'Heading', of: ['page'], does: field => lead(field, HEADINGS, () => '## ')},
  {name: 'Subheading', of: ['page'], does: field => lead(field, HEADINGS, () => '### ')},
  {name: 'List', does: field => lead(field, LISTED, () => '- ')},
  {name: 'Numbers', does: field => lead(field, LISTED, position => `${position + 1}. `)},
  {name: 'Quote', does: field => lead(field, QUOTED, () => '> ')},
  {name: 'Link', key: 'k', asks: 'address'},
  {name: 'Occupation', asks: 'occupation'},
];

let number = 0;

function element(name, attributes = {}, ...content) {
  const made = document.createElement(name);
  Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
  made.append(...content);
  return made;
}

/** A line below the toolbar that asks where a link leads. */
function question(field, kind) {
  const id = `markdown-${kind}-${++number}`;
  const isOccupation = kind === 'occupation';
  const input = element('input', {
    id, type: 'text', autocomplete: 'off', spellcheck: 'false',
    ...(isOccupation ? {'data-suggest-kind': 'occupation'} : {inputmode: 'url', maxlength: '1000'}),
  });
  const label = element('label', {for: id}, isOccupation ? 'Occupation to link to' : 'Address to link to');
  const insert = element('button', {type: 'button'}, 'Insert');
  const cancel = element('button', {type: 'button'}, 'Cancel');
  const hint = element('span', {class: 'quiet', id: `${id}-hint`}, isOccupation
    ? 'Type a part of its title and choose.'
    : 'From https:// on, or from the first slash: /companies/best/');
  input.setAttribute('aria-describedby', hint.id);
  const line = element('div', {class: 'markdown-question', role: 'group', 'aria-label': label.textContent},
    label, input, ...(isOccupation ? [] : [insert]), cancel, hint);
  line.hidden = true;
  let place = [0, 0];

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

  insert.addEventListener('click', given);
  cancel.addEventListener('click', close);
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
  return {line, open, close};
}

/** Buttons of which Tab reaches one, and the arrows the others. */
function toolbar(field, named, questions) {
  const bar = element('div', {role: 'toolbar', class: 'markdown-toolbar', 'aria-label': `Formatting: ${named}`,
    'aria-controls': field.id});
  const buttons = BUTTONS.filter(({of = ['page', 'text']}) => of.includes(field.dataset.markdown)).map(each => {
    const {name, shown, key} = each;
    const says = key ? `${name} (Ctrl+${key.toUpperCase()})` : name;
    const button = element('button', {type: 'button', title: says, 'data-name': name}, shown ?? name);
    if (shown) button.setAttribute('aria-label', name);
    if (key) button.setAttribute('aria-keyshortcuts', `Control+${key.toUpperCase()}`);
    button.addEventListener('click', () => act(field, each, questions));
    return button;
  });

  function reach(button) {
    [...bar.children].forEach(other => { other.tabIndex = other === button ? 0 : -1; });
  }

  bar.append(...buttons);
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

/** What readers will see, as the server makes it of the text, and which links lead nowhere. */
function preview(field, named) {
  const shown = element('div', {class: 'markdown-preview', id: `${field.id}-preview`, role: 'region',
    'aria-label': `Preview: ${named}`, tabindex: '0'});
  const faults = element('div', {class: 'markdown-faults', role: 'status'});
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
    const body = new URLSearchParams({text: field.value});
    try {
      const answer = await fetch(field.dataset.previewUrl, {
        method: 'POST', body, signal, headers: {'X-CSRFToken': token},
      });
      if (!answer.ok) throw new Error(answer.status);
      const {html, faults: found} = await answer.json();
      shown.innerHTML = html; // sanitised where it was made: careers/markup.py
      shown.querySelectorAll('a').forEach(anchor => { anchor.target = '_blank'; }); // what is typed stays
      if (!html) shown.append(element('p', {class: 'quiet'}, 'Nothing is written yet.'));
      say(found);
    } catch {
      if (!signal.aborted) say(['There is no preview now. What you write can still be saved.']);
    }
  }

  function follow() {
    clearTimeout(timer);
    timer = setTimeout(ask, DELAY);
  }
  field.addEventListener('input', follow);
  return {shown, faults, ask};
}

function toggle({shown, faults, ask}) {
  const button = element('button', {type: 'button', class: 'markdown-toggle', 'aria-controls': shown.id}, 'Preview');
  function show(is) {
    shown.hidden = faults.hidden = !is;
    button.setAttribute('aria-pressed', String(is));
    ask();
  }
  button.addEventListener('click', () => {
    show(shown.hidden);
    try { localStorage.setItem(SHOWN, shown.hidden ? 'no' : 'yes'); } catch { /* then it is asked anew */ }
  });
  let kept = '';
  try { kept = localStorage.getItem(SHOWN); } catch { /* the same */ }
  show(kept !== 'no');
  return button;
}

function edit(field) {
  const named = document.querySelector(`label[for="${field.id}"]`)?.textContent.replace(/:\s*$/, '') ?? 'text';
  const editor = element('div', {class: 'markdown-editor'});
  const questions = {address: question(field, 'address'), occupation: question(field, 'occupation')};
  const {bar, settle} = toolbar(field, named, questions);
  const kept = keep(field);
  const seen = preview(field, named);
  field.replaceWith(editor);
  editor.append(kept, bar, questions.address.line, questions.occupation.line,
    element('div', {class: 'markdown-sides'}, field, seen.shown), seen.faults);
  bar.append(toggle(seen));
  settle();
  if (field.dataset.markdown === 'html') return;
  editor.append(element('p', {class: 'quiet markdown-hint'}, 'Type [[ to link to an occupation.'));

  field.addEventListener('keydown', event => {
    if (event.isComposing) return;
    const plain = !event.shiftKey && !event.altKey;
    const pressed = (event.ctrlKey || event.metaKey) && plain
      && BUTTONS.find(({key}) => key === event.key.toLowerCase());
    if (pressed) {
      event.preventDefault();
      act(field, pressed, questions);
    } else if (event.key === 'Enter' && plain && !event.ctrlKey && !event.metaKey) {
      goOn(field, event);
    }
  });
  field.addEventListener('input', ({data}) => {
    const at = field.selectionStart;
    if (data === '[' && field.value.slice(at - 2, at) === '[[') questions.occupation.open(at - 2, at);
  });
}

const fields = document.querySelectorAll('textarea[data-markdown]');
if (fields.length && !document.getElementById('suggest-status')) {
  document.body.append(element('p', {
    id: 'suggest-status', class: 'visually-hidden', role: 'status', 'data-url': fields[0].dataset.suggestUrl,
    'data-label': 'Occupations', 'data-none': 'No occupation of that name', 'data-one': '1 occupation',
    'data-many': 'occupations',
  }));
}
fields.forEach(edit);
