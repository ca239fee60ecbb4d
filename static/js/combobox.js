// Suggestions beneath a field as one types: the ARIA pattern of an editable combobox with a list to choose from.
// Without this script, and where the server does not answer, the field is a plain one of a plain form.
// `data-suggest-kind` names what is suggested: of one kind ("occupation", "place") a choice fills the field,
// of all kinds ("") it opens the page that was chosen.

const DELAY = 120; // milliseconds without a key before the server is asked

const status = document.getElementById('suggest-status');
const {url, label, none, one, many} = status.dataset;
let number = 0;
let place = null; // puts the open list beneath its field

function set(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

function make(name, attributes, ...content) {
  const made = set(document.createElement(name), attributes);
  made.append(...content);
  return made;
}

function combobox(input) {
  const kind = input.dataset.suggestKind;
  const list = make('ul', {id: `suggestions-${++number}`, class: 'suggestions', role: 'listbox', 'aria-label': label});
  let found = [];
  let active = -1;
  let timer, asking;

  list.hidden = true;
  input.after(list);
  set(input, {role: 'combobox', 'aria-autocomplete': 'list', 'aria-controls': list.id, 'aria-expanded': false});

  function option({title, kind: named, how}, position) {
    const more = [kind ? '' : named, how].filter(Boolean).join(', ');
    return make('li', {id: `${list.id}-${position}`, role: 'option', 'aria-selected': false},
      make('span', {class: 'suggestion'}, title), ...(more ? [' ', make('span', {class: 'hint'}, more)] : []));
  }

  function activate(position) {
    list.children[active]?.setAttribute('aria-selected', false);
    active = position;
    const item = list.children[active];
    if (item) {
      item.setAttribute('aria-selected', true);
      item.scrollIntoView({block: 'nearest'});
      input.setAttribute('aria-activedescendant', item.id);
    } else {
      input.removeAttribute('aria-activedescendant');
    }
  }

  /** Beneath the field, as far to the left as it must be to stay on the page. */
  function beneath() {
    list.style.top = `${input.offsetTop + input.offsetHeight}px`;
    list.style.left = `${input.offsetLeft}px`;
    const over = list.getBoundingClientRect().right - document.documentElement.clientWidth + 16;
    if (over > 0) list.style.left = `${input.offsetLeft - over}px`;
  }

  function show(suggestions) {
    activate(-1);
    found = suggestions;
    list.replaceChildren(...found.map(option));
    list.hidden = !found.length;
    list.scrollTop = 0;
    input.setAttribute('aria-expanded', !list.hidden);
    place = list.hidden ? null : beneath;
    place?.();
  }

  function stop() {
    clearTimeout(timer);
    asking?.abort();
  }

  function close() {
    stop();
    show([]);
    status.textContent = '';
  }

  async function ask() {
    asking?.abort();
    const {signal} = asking = new AbortController();
    const asked = new URLSearchParams(kind ? {q: input.value, kind} : {q: input.value});
    try {
      const {suggestions} = await (await fetch(`${url}?${asked}`, {signal})).json();
      if (signal.aborted || document.activeElement !== input) return;
      show(suggestions);
      status.textContent = found.length > 1 ? `${found.length} ${many}` : found.length ? one : none;
    } catch {
      if (!signal.aborted) close();
    }
  }

  function choose({title, url: page}) {
    close();
    input.value = title;
    input.dispatchEvent(new CustomEvent('suggested', {detail: {title, url: page}}));
    if (!kind) location.assign(page);
  }

  input.addEventListener('input', () => {
    stop();
    activate(-1);
    if (input.value.trim()) timer = setTimeout(ask, DELAY);
    else close();
  });

  input.addEventListener('keydown', event => {
    const {key, altKey} = event;
    if (event.isComposing) return;
    if (key === 'Enter') {
      if (found[active]) {
        event.preventDefault();
        choose(found[active]);
      } else {
        close(); // without a choice the form is sent as it is
      }
    } else if (key === 'Escape' && !list.hidden) {
      event.preventDefault();
      close();
    } else if (key === 'ArrowUp' && altKey) {
      close();
    } else if (key === 'ArrowDown' || key === 'ArrowUp') {
      event.preventDefault();
      if (list.hidden) {
        if (key === 'ArrowDown' && input.value.trim()) ask();
      } else if (!altKey) {
        // Round: past either end the field itself comes first.
        const places = found.length + 1;
        activate((active + 1 + (key === 'ArrowDown' ? 1 : places - 1)) % places - 1);
      }
    } else if (['Home', 'End', 'ArrowLeft', 'ArrowRight'].includes(key)) {
      activate(-1); // they move within the text
    }
  });

  input.addEventListener('blur', close);
  list.addEventListener('mousedown', event => event.preventDefault()); // the field keeps the focus
  list.addEventListener('click', ({target}) => {
    const position = [...list.children].indexOf(target.closest('li'));
    if (position >= 0) choose(found[position]);
  });
}

function enhance() {
  document.querySelectorAll('input[data-suggest-kind]:not([role])').forEach(combobox);
}

addEventListener('resize', () => place?.());
document.addEventListener('htmx:afterSettle', enhance); // fields that came with a changed comparison
enhance();
