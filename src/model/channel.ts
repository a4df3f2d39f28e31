import { z } from "zod";

/** How an appeal reached the government. Waiting times of different channels are never mixed without saying so. */
export const channels = ["social", "letter", "portal", "phone", "other"] as const;
export const channelSchema = z.enum(channels);
export type Channel = z.infer<typeof channelSchema>;
