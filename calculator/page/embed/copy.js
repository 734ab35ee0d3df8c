// A button beside each piece of code of the page that copies it; in place of the theme's, whose
// landmarks screen readers cannot tell apart.
// @ts-check

for (const code of document.querySelectorAll("pre > code")) {
  const button = document.createElement("button");
  const said = document.createElement("span");
  button.type = "button";
  button.className = "button quiet";
  button.textContent = "复制";
  said.setAttribute("role", "status");
  button.addEventListener("click", async () => {
    const copied = navigator.clipboard?.writeText(code.textContent ?? "").then(() => true, () => false);
    said.textContent = (await copied) ? "已复制。" : "没能复制，请选中后自己复制。";
  });
  (code.closest(".highlight") ?? code.closest("pre"))?.after(button, said); // not in its margin
}
