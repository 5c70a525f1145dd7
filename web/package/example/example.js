// Shows the form's data instead of sending it.
const form = document.querySelector('form');
const sent = document.querySelector('output');

form.addEventListener('submit', (event) => {
  event.preventDefault();
  sent.textContent = `The form sends ${new URLSearchParams(new FormData(form))}`;
});

form.addEventListener('reset', () => {
  sent.textContent = '';
});
