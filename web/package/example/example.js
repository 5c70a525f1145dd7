// Shows what the form would send, in place of sending it.
const form = document.querySelector('form');
const sent = document.querySelector('output');

form.addEventListener('submit', (event) => {
  event.preventDefault();
  sent.textContent = `The form sends ${new URLSearchParams(new FormData(form))}`;
});

form.addEventListener('reset', () => {
  sent.textContent = '';
});
