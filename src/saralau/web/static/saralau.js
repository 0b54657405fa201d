// Small helps for who has scripts; every page works without.
const focus = document.querySelector(".block.focus");
if (focus && !location.hash) focus.scrollIntoView({ block: "center" });
