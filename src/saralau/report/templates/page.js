"use strict";
(() => {
  const radios = [...document.querySelectorAll('input[name="lang"]')];
  const choose = (code) => {
    const radio = radios.find((input) => input.value === code);
    if (!radio) return;
    radio.checked = true;
    document.documentElement.lang = code;
  };
  const wanted = new URLSearchParams(location.hash.slice(1)).get("lang");
  choose(wanted || radios.map((r) => r.value).find((code) => navigator.language.startsWith(code)) || radios[0].value);
  for (const radio of radios) {
    radio.addEventListener("change", () => {
      choose(radio.value);
      history.replaceState(null, "", "#lang=" + radio.value);
    });
  }
  const form = document.querySelector(".filters");
  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  const search = document.getElementById("search");
  const chapter = document.getElementById("chapter");
  const own = document.getElementById("only-own");
  const found = document.getElementById("found");
  const rows = [...document.querySelectorAll(".row")];
  const filter = () => {
    const words = search.value.trim().toLowerCase();
    for (const row of rows) {
      const fits = !words || row.textContent.toLowerCase().includes(words);
      const elsewhere = chapter.value && row.dataset.chapter !== chapter.value;
      row.hidden = !fits || elsewhere || (own.checked && row.classList.contains("inherited"));
    }
    for (const group of document.querySelectorAll(".group")) {
      group.hidden = !group.querySelector(".row:not([hidden])");
    }
    found.textContent = `${rows.filter((row) => !row.hidden).length} / ${rows.length}`;
  };
  search.addEventListener("input", filter);
  chapter.addEventListener("change", filter);
  own.addEventListener("change", filter);
})();
