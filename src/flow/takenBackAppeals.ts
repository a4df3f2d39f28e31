import type { TakenBack } from "../model/takedown.ts";
import { publicIds } from "../privacy/openGate.ts";
import type { Settings } from "../settings/readSettings.ts";
import type { AppealStore } from "../store/appealStore.ts";
import type { Survey } from "./surveyAppeals.ts";

/** Appeals with an address of their own that their source withdrew; a takedown says more of the same. */
export async function takenBackFrom(
  { portal, idKey }: Settings,
  store: AppealStore,
  { down }: Survey,
): Promise<TakenBack[]> {
  const publicId = publicIds(portal, idKey);
  const takenBack = (await store.takenBack()).map(({ source, id, edition }) => ({
    id: publicId(source, id),
    date: edition,
  }));
  return takenBack.filter(({ id }) => !down.has(id)).sort((a, b) => (a.id < b.id ? -1 : 1));
}
