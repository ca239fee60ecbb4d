// What is typed into a Markdown field stays with the browser's tab until the page shows it as saved: a session that
// ended, a reload or a wrong link takes nothing away. Another editor who signs in to the same tab is offered nothing.

import {write} from './markdown_text.js';

const DELAY = 400; // milliseconds without a key before it is kept
const who = document.querySelector('#user-tools strong')?.textContent ?? '';

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

function button(text, does) {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = text;
  made.addEventListener('click', does);
  return made;
}

// This runs on lists, too: where the page says that something was saved, what was sent need not be kept.
if (document.querySelector('.messagelist .success')) {
  try {
    Object.keys(sessionStorage).filter(key => key.startsWith('typed ') && read(key)?.sent).forEach(key => store(key));
  } catch { /* the same */ }
}

/** Keeps what is typed into the field; gives the line that offers what was kept, hidden where there is nothing. */
export function keep(field) {
  const key = `typed ${who} ${location.pathname} ${field.name}`;
  const line = document.createElement('div');
  const kept = read(key);
  // What came back with errors has not been saved.
  const saved = document.querySelector('.errornote') ? null : field.value;
  let timer;
  let sent = false;

  function done() {
    line.hidden = true;
    field.focus();
  }

  function now() {
    clearTimeout(timer);
    store(key, field.value === saved ? null : {text: field.value, at: Date.now(), sent});
  }

  line.className = 'markdown-kept';
  line.hidden = !kept || kept.text === field.value;
  if (line.hidden) {
    store(key, null);
  } else {
    const at = new Date(kept.at).toLocaleTimeString([], {hour: '2-digit', minute: '2-digit'});
    line.append(`What you typed here at ${at} is not in this field. `,
      button('Put it back', () => {
        write(field, 0, field.value.length, kept.text);
        done();
      }),
      button('Drop it', () => {
        store(key, null);
        done();
      }));
  }
  field.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(now, DELAY);
  });
  field.form.addEventListener('submit', () => { sent = true; });
  addEventListener('pagehide', () => { if (sent || timer || saved === null) now(); });
  return line;
}
