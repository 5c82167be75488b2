// Completes the search box while somebody types, as an ARIA combobox. Without it the box searches all the same.
(() => {
  const input = document.getElementById('q');
  if (!input || !window.fetch || !window.AbortController) return;
  const list = document.createElement('ul');
  const box = document.createElement('div');
  const language = document.documentElement.lang;
  let chosen = -1, typed = input.value, timer = 0, asking = null;

  box.className = 'box';
  const focused = document.activeElement === input;
  input.before(box);
  box.append(input, list);
  if (focused) input.focus();
  list.id = 'suggestions';
  list.hidden = true;
  for (const [name, value] of [['role', 'listbox'], ['aria-label', input.dataset.list]]) list.setAttribute(name, value);
  for (const [name, value] of [['role', 'combobox'], ['aria-autocomplete', 'list'], ['aria-expanded', 'false'],
    ['aria-controls', list.id]]) input.setAttribute(name, value);

  const close = () => {
    clearTimeout(timer);
    if (asking) asking.abort();
    chosen = -1;
    list.hidden = true;
    list.replaceChildren();
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  };

  const choose = place => {
    const options = list.children;
    if (chosen >= 0) options[chosen].setAttribute('aria-selected', 'false');
    chosen = place;
    if (chosen < 0) {
      input.value = typed;
      input.removeAttribute('aria-activedescendant');
    } else {
      options[chosen].setAttribute('aria-selected', 'true');
      input.value = options[chosen].textContent;
      input.setAttribute('aria-activedescendant', options[chosen].id);
    }
  };

  const show = suggestions => {
    close();
    suggestions.forEach((suggestion, i) => {
      const option = document.createElement('li');
      option.id = 'suggestion-' + i;
      option.textContent = suggestion.text;
      option.setAttribute('role', 'option');
      option.setAttribute('aria-selected', 'false');
      list.append(option);
    });
    list.hidden = !suggestions.length;
    input.setAttribute('aria-expanded', String(!list.hidden));
  };

  const ask = async () => {
    const controller = asking = new AbortController();
    const parameters = new URLSearchParams({q: typed, lang: language});
    try {
      const answer = await fetch('/api/v1/suggest?' + parameters, {signal: controller.signal});
      if (!answer.ok) return;
      const {suggestions} = await answer.json();
      if (controller === asking && document.activeElement === input) show(suggestions);
    } catch (e) {
      // A poor line or a newer letter: the box works without.
    }
  };

  input.addEventListener('input', () => {
    typed = input.value;
    clearTimeout(timer);
    if (asking) asking.abort();
    if (typed.trim().length < 2) close();
    else timer = setTimeout(ask, 150);
  });
  input.addEventListener('keydown', event => {
    const last = list.children.length - 1;
    if (list.hidden || event.isComposing) return;
    if (event.key === 'ArrowDown') choose(chosen === last ? -1 : chosen + 1);
    else if (event.key === 'ArrowUp') choose(chosen < 0 ? last : chosen - 1);
    else if (event.key === 'Escape') { choose(-1); close(); }
    else return;
    event.preventDefault();
  });
  input.addEventListener('blur', close);
  list.addEventListener('pointerdown', event => event.preventDefault());
  list.addEventListener('click', event => {
    const option = event.target.closest('li');
    if (!option) return;
    input.value = option.textContent;
    close();
    input.form.requestSubmit();
  });
})();
