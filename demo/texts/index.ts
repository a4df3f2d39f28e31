import type { Bank } from "../bank.ts";
import { air } from "./air.ts";
import { animals } from "./animals.ts";
import { benefits } from "./benefits.ts";
import { bulky } from "./bulky.ts";
import { buses } from "./buses.ts";
import { charges } from "./charges.ts";
import { collection } from "./collection.ts";
import { construction } from "./construction.ts";
import { culture } from "./culture.ts";
import { digital } from "./digital.ts";
import { dumps } from "./dumps.ts";
import { education } from "./education.ts";
import { health } from "./health.ts";
import { heating } from "./heating.ts";
import { hogweed } from "./hogweed.ts";
import { house } from "./house.ts";
import { labour } from "./labour.ts";
import { lighting } from "./lighting.ts";
import { parking } from "./parking.ts";
import { potholes } from "./potholes.ts";
import { power } from "./power.ts";
import { rivers } from "./rivers.ts";
import { rural } from "./rural.ts";
import { safety } from "./safety.ts";
import { sites } from "./sites.ts";
import { snow } from "./snow.ts";
import { trees } from "./trees.ts";
import { water } from "./water.ts";
import { yards } from "./yards.ts";

/** The bank of sentences of each sub-topic, by its code. */
export const banks: Readonly<Record<string, Bank>> = {
  heating,
  water,
  power,
  house,
  yards,
  snow,
  lighting,
  collection,
  sites,
  charges,
  bulky,
  potholes,
  buses,
  safety,
  rural,
  parking,
  dumps,
  air,
  rivers,
  trees,
  hogweed,
  animals,
  health,
  education,
  benefits,
  labour,
  construction,
  digital,
  culture,
};
