// Puts the parts of the page in place that have changed; those that have not keep focus and selection.
const source = new EventSource('/events');
source.addEventListener('status', (event) => {
  document.body.classList.remove('lost');
  const fresh = document.createElement('template');
  fresh.innerHTML = event.data;
  for (const part of fresh.content.children) {
    const shown = document.getElementById(part.id);
    if (shown && !shown.isEqualNode(part) && !shown.matches(':active')) {
      shown.replaceWith(part.cloneNode(true));
    }
  }
});
source.onerror = () => document.body.classList.add('lost');
