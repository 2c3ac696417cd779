// Says to the style sheet, before the first paint, that the search page has script and whether
// its address asks for something. Takes it back where the search itself does not start, so that
// the page stands as without script. Plain ES5, as it runs wherever the pages are read.
(function () {
  var root = document.documentElement;
  root.setAttribute('data-script', '');
  if (/[?&](q|region|topic|problem|institution|author|period|sort)=./.test(location.search)) {
    root.setAttribute('data-asks', '');
  }
  function standWithoutScript() {
    if (root.hasAttribute('data-search-started')) return;
    root.removeAttribute('data-script');
    root.removeAttribute('data-asks');
  }
  addEventListener('load', function () {
    setTimeout(standWithoutScript, 2000);
  });
  // A page whose scripts never come is never loaded.
  setTimeout(standWithoutScript, 12000);
})();
