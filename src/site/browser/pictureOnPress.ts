import type { TakenPicture } from "../takenPicture.ts";

/** Makes the picture of a chart or a map when a reader asks for it; what makes it is fetched then. */
for (const button of document.querySelectorAll<HTMLButtonElement>("[data-picture]"))
  button.addEventListener("click", () => {
    const figure = button.closest("figure");
    if (figure === null || button.ariaBusy === "true") return;
    button.ariaBusy = "true";
    void import("./picture/takePicture.ts")
      .then(({ takePicture }) => takePicture(figure, JSON.parse(button.dataset["picture"]!) as TakenPicture))
      .finally(() => (button.ariaBusy = "false"));
  });
