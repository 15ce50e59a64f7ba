'use strict';

const bar = document.getElementById('bar');
const answer = document.getElementById('answer');

function show(progress) {
  bar.setAttribute('value', progress.percent);
  if (progress.state === 'done') {
    answer.textContent = 'There are ' + progress.primes + ' primes.';
  } else {
    answer.textContent = progress.state + ', ' + progress.percent + ' %';
    window.setTimeout(function () { follow(progress.id); }, 250);
  }
}

function read(response) {
  if (!response.ok) {
    throw new Error('the server answered ' + response.status);
  }
  return response.json();
}

function fail(error) {
  answer.textContent = 'No answer: ' + error.message;
}

function follow(id) {
  fetch('api/questions/' + id).then(read).then(show).catch(fail);
}

document.getElementById('question').addEventListener('submit', function (event) {
  event.preventDefault();
  fetch('api/questions', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ upTo: Number(document.getElementById('upTo').value) })
  }).then(read).then(show).catch(fail);
});
