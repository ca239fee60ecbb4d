// What is typed into a Markdown field stays with the browser's tab until the page shows it as saved: a session that
// ended, a reload or a wrong link takes nothing away. Another editor who signs in to the same tab is offered nothing.

import {write} from './markdown_text.js';

const DELAY = 400; // milliseconds without a key before it is kept
const who = document.querySelector('#user-tools strong')?.textContent ?? '';

/** An element with its attributes, what a click on it does, and what it holds. */
export function element(name, {click, ...attributes} = {}, ...content) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  if (click) made.addEventListener('click', () => click());
  made.append(...content);
  return made;
}

function read(key) {
  try {
    return JSON.parse(sessionStorage.getItem(key));
  } catch {
    return null; // the browser keeps nothing for this site
  }
}

function store(key, value) {
  try {
    if (value) sessionStorage.setItem(key, JSON.stringify(value));
    else sessionStorage.removeItem(key);
  } catch { /* the same */ }
}

// This runs on lists, too: where the page says that something was saved, what was sent need not be kept.
if (document.querySelector('.messagelist .success')) {
  try {
    Object.keys(sessionStorage).filter(key => key.startsWith('typed ') && read(key)?.sent).forEach(key => store(key));
  } catch { /* the same */ }
}

/** Keeps what is typed into the field; gives the line that offers what was kept, hidden where there is nothing. */
export function keep(field, words) {
  const key = `typed ${who} ${location.pathname} ${field.name}`;
  const line = element('div', {class: 'markdown-kept'});
  const kept = read(key);
  // What came back with errors has not been saved.
  const saved = document.querySelector('.errornote') ? null : field.value;
  let timer;
  let sent = false;

  const button = (text, does) => element('button', {type: 'button', click() {
    does();
    line.hidden = true;
    field.focus();
  }}, text);

  function now() {
    clearTimeout(timer);
    store(key, field.value === saved ? null : {text: field.value, at: Date.now(), sent});
  }

  line.hidden = !kept || kept.text === field.value;
  if (line.hidden) {
    store(key, null);
  } else {
    const at = new Date(kept.at).toLocaleTimeString([], {hour: '2-digit', minute: '2-digit'});
    line.append(words.kept.replace('{time}', at), ' ',
      button(words.back, () => write(field, 0, field.value.length, kept.text)),
      button(words.drop, () => store(key, null)));
  }
  field.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(now, DELAY);
  });
  field.form.addEventListener('submit', () => { sent = true; });
  addEventListener('pagehide', () => { if (sent || timer || saved === null) now(); });
  return line;
}
