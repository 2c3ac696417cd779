// The reader's text size and colours, applied before the first paint and remembered here.
// Plain ES5 so that it runs wherever the pages are read.
(function () {
  var root = document.documentElement;
  var names = ['text', 'theme'];

  // What only scripts can do is there from the first paint on, and never without them.
  root.setAttribute('data-scripted', '');

  function read(name) {
    try {
      return localStorage.getItem('preference-' + name);
    } catch (error) {
      return null; // storage forbidden: the choice lasts as long as the page
    }
  }

  function keep(name, value) {
    try {
      if (value) localStorage.setItem('preference-' + name, value);
      else localStorage.removeItem('preference-' + name);
    } catch (error) {
      return;
    }
  }

  function apply(name, value) {
    if (value) root.setAttribute('data-' + name, value);
    else root.removeAttribute('data-' + name);
  }

  names.forEach(function (name) {
    apply(name, read(name));
  });

  document.addEventListener('change', function (event) {
    var name = event.target.getAttribute('data-preference');
    if (!name) return;
    apply(name, event.target.value);
    keep(name, event.target.value);
  });

  document.addEventListener('DOMContentLoaded', function () {
    names.forEach(function (name) {
      var value = root.getAttribute('data-' + name) || '';
      var inputs = document.querySelectorAll('[data-preference="' + name + '"]');
      for (var i = 0; i < inputs.length; i += 1) inputs[i].checked = inputs[i].value === value;
    });
    var panels = document.querySelectorAll('[data-needs-script]');
    for (var i = 0; i < panels.length; i += 1) panels[i].hidden = false;
  });
})();
