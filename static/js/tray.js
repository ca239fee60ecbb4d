// The tray: careers gathered while browsing, kept in this browser alone, to be compared when there are two.

const KEY = 'careers-to-compare';
const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

const tray = document.getElementById('tray');
const status = document.getElementById('tray-status');
const part = name => tray.querySelector(`.tray-${name}`);
const {careers: careersUrl, compare: compareUrl, separator} = tray.dataset;
const most = Number(tray.dataset.most);

/** What was stored, whoever wrote it: only whole entries, each career once, as many as a comparison holds. */
function read(text) {
  let stored;
  try {
    stored = JSON.parse(text);
  } catch {
    return [];
  }
  if (!Array.isArray(stored)) return [];
  const found = new Map();
  for (const entry of stored) {
    const {slug, title} = entry ?? {};
    if (typeof slug !== 'string' || slug.length > 200 || !SLUG.test(slug)) continue;
    if (typeof title === 'string' && title.trim()) found.set(slug, title.trim().slice(0, 200));
  }
  return [...found].slice(0, most).map(([slug, title]) => ({slug, title}));
}

function load() {
  try {
    return read(localStorage.getItem(KEY));
  } catch {
    return gathered; // storage is switched off: the tray lasts as long as the page
  }
}

function store() {
  try {
    if (gathered.length) localStorage.setItem(KEY, JSON.stringify(gathered));
    else localStorage.removeItem(KEY);
  } catch { /* as above */ }
}

let gathered = [];
gathered = load();

const holds = slug => gathered.some(career => career.slug === slug);

/** Tell those who cannot see the tray change. */
function say(name, title) {
  status.textContent = title ? `${title}: ${tray.dataset[name]}` : tray.dataset[name];
}

function item({slug, title}) {
  const row = part('item').content.cloneNode(true).firstElementChild;
  const [link, button] = [row.querySelector('a'), row.querySelector('button')];
  link.href = `${careersUrl}${slug}/`;
  link.textContent = link.title = title;
  button.dataset.slug = slug;
  button.setAttribute('aria-label', `${button.dataset.label}: ${title}`);
  return row;
}

function render() {
  tray.hidden = !gathered.length;
  part('list').replaceChildren(...gathered.map(item));
  part('count').textContent = gathered.length;
  part('more').hidden = gathered.length > 1;
  if (gathered.length < most) part('full').hidden = true;
  part('compare').hidden = gathered.length < 2;
  part('compare').href = `${compareUrl}${gathered.map(career => career.slug).join(separator)}/`;
  for (const button of document.querySelectorAll('.tray-add')) {
    const held = holds(button.dataset.slug);
    button.hidden = false;
    button.classList.toggle('tray-held', held);
    const label = tray.dataset[held ? 'out' : 'add'];
    button.setAttribute('aria-label', `${label}: ${button.dataset.title}`);
    const words = button.querySelector('span');
    if (words) words.textContent = label;
  }
}

function change(next) {
  gathered = next;
  store();
  render();
}

function remove(slug) {
  const career = gathered.find(each => each.slug === slug);
  change(gathered.filter(each => each !== career));
  say('removed', career.title);
}

function add({slug, title}) {
  if (gathered.length >= most) {
    part('fold').open = true;
    part('full').hidden = false;
    say('full');
    return;
  }
  change([...gathered, {slug, title}]);
  say('added', title);
}

document.addEventListener('click', ({target}) => {
  const button = target.closest?.('.tray-add');
  if (!button) return;
  gathered = load(); // another tab may have changed it while this page was asleep
  if (holds(button.dataset.slug)) remove(button.dataset.slug);
  else add(button.dataset);
});

tray.addEventListener('click', ({target}) => {
  const button = target.closest('button');
  if (!button) return;
  gathered = load();
  const place = [...part('list').querySelectorAll('button')].indexOf(button);
  if (button.matches('.tray-clear')) {
    change([]);
    say('cleared');
  } else if (holds(button.dataset.slug)) {
    remove(button.dataset.slug);
  } else {
    render();
  }
  // The focus stays in the tray while there is one, and goes on to the page when it has gone.
  const rest = part('list').querySelectorAll('button');
  const next = rest[Math.min(place, rest.length - 1)] ?? document.getElementById('main');
  if (next.id === 'main') next.tabIndex = -1;
  next.focus({preventScroll: true});
});

addEventListener('storage', ({key}) => {
  if (key !== KEY && key !== null) return;
  gathered = load();
  render();
});

addEventListener('pageshow', ({persisted}) => {
  if (!persisted) return;
  gathered = load();
  render();
});

render();
