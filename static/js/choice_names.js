/* Fields with suggestions say what they are for: select2 names them after what is chosen, or after nothing. */

"use strict";

{
  const titleOf = (select) => {
    const column = `th.column-${CSS.escape(select.name.split("-").pop())}`;
    return select.labels[0]
      ?? select.closest("table")?.querySelector(column)
      ?? select.closest("details")?.querySelector("summary");
  };

  const name = (root) => {
    for (const select of root.querySelectorAll("select.select2-hidden-accessible")) {
      const title = titleOf(select);
      const box = select.parentNode.querySelector(".select2-selection");
      const chosen = box?.querySelector(".select2-selection__rendered");
      if (title && chosen) {
        title.id ||= `${select.id}_title`;
        chosen.setAttribute("aria-labelledby", title.id);
        box.setAttribute("aria-labelledby", `${title.id} ${chosen.id}`);
      }
    }
  };

  const $ = window.django.jQuery;
  $(() => {
    name(document);
    $(document).on("select2:open", (event) => {
      const field = document.querySelector(".select2-container--open .select2-search__field");
      field?.setAttribute("aria-label", titleOf(event.target)?.textContent.trim() ?? "");
    });
  });
  document.addEventListener("formset:added", (event) => name(event.target));
}
