// Changes a comparison in place: htmx swaps #main for that of the next page and keeps the address right.
// Without this script the same links and forms load whole pages.

Object.assign(htmx.config, {
  allowEval: false, // the policy of the site forbids it
  allowScriptTags: false,
  includeIndicatorStyles: false, // an inline style, which the policy forbids
  historyCacheSize: 0, // going back asks the server: no page is kept in the browser's storage
  refreshOnHistoryMiss: true,
  responseHandling: [{code: '.*', swap: true}], // what cannot be swapped is sorted out below
});

// See compare.css: the rest of the page is laid out once its beginning is there.
addEventListener('load', () => document.documentElement.classList.add('is-painted'));

const status = document.createElement('p');
status.className = 'visually-hidden';
status.setAttribute('role', 'status');
document.body.append(status);

/** The styles and scripts of a page: where they differ, one page cannot stand in the frame of another. */
function assets(page) {
  const found = page.querySelectorAll('link[rel="stylesheet"], script[src]');
  return [...found].map(asset => asset.getAttribute('href') ?? asset.getAttribute('src')).join();
}

document.addEventListener('htmx:beforeSwap', ({detail}) => {
  const answer = new DOMParser().parseFromString(detail.serverResponse, 'text/html');
  if (assets(answer) !== assets(document)) {
    detail.shouldSwap = false;
    location.assign(detail.xhr.responseURL);
    return;
  }
  // What the reader has unfolded stays unfolded.
  for (const {id} of document.querySelectorAll('#main details[id][open]')) {
    answer.getElementById(id)?.setAttribute('open', '');
  }
  detail.serverResponse = answer.documentElement.outerHTML;
});

// A link to what is folded unfolds it; without this script it leads to the line that does.
document.addEventListener('click', ({target}) => {
  if (target.closest('a[href="#compare-change"]')) document.getElementById('compare-change').open = true;
});

document.addEventListener('htmx:sendError', ({detail}) => location.assign(detail.pathInfo.requestPath));

document.addEventListener('htmx:afterSettle', () => {
  const heading = document.querySelector('#main h1');
  // htmx gives the focus back to a control of the same id; where that is gone, the heading takes it.
  if (document.activeElement === document.body) {
    heading.tabIndex = -1;
    heading.focus();
  } else {
    const said = [heading, document.querySelector('#main .notice')].map(part => part?.textContent.trim() ?? '');
    status.textContent = '';
    requestAnimationFrame(() => { status.textContent = said.join(' '); });
  }
});
