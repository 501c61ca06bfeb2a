// Puts the parts of the page in place that have changed; those that have not keep focus and selection,
// and a button that is put anew gets its focus back.
const source = new EventSource('/events');
source.addEventListener('status', (event) => {
  document.body.classList.remove('lost');
  const fresh = document.createElement('template');
  fresh.innerHTML = event.data;
  for (const part of fresh.content.children) {
    const shown = document.getElementById(part.id);
    if (shown && !shown.isEqualNode(part) && !shown.matches(':active')) {
      const label = shown.contains(document.activeElement) && document.activeElement.ariaLabel;
      const next = part.cloneNode(true);
      shown.replaceWith(next);
      if (label) {
        [...next.querySelectorAll('button')].find((one) => one.ariaLabel === label)?.focus();
      }
    }
  }
});
source.onerror = () => document.body.classList.add('lost');
