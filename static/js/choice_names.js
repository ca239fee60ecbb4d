// Fields with suggestions say what they are for: select2 names them after what is chosen, or after nothing.

const titleOf = select => select.labels[0]
  ?? select.closest('table')?.querySelector(`th.column-${CSS.escape(select.name.split('-').pop())}`)
  ?? select.closest('details')?.querySelector('summary');

function name(root) {
  for (const select of root.querySelectorAll('select.select2-hidden-accessible')) {
    const title = titleOf(select);
    const box = select.parentNode.querySelector('.select2-selection');
    const chosen = box?.querySelector('.select2-selection__rendered');
    if (title && chosen) {
      title.id ||= `${select.id}_title`;
      chosen.setAttribute('aria-labelledby', title.id);
      box.setAttribute('aria-labelledby', `${title.id} ${chosen.id}`);
    }
  }
}

const $ = window.django.jQuery;
$(() => name(document));
$(document).on('select2:open', ({target}) => {
  document.querySelector('.select2-container--open .select2-search__field')
    ?.setAttribute('aria-label', titleOf(target)?.textContent.trim() ?? '');
});
document.addEventListener('formset:added', ({target}) => name(target));
