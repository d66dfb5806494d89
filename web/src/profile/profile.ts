import { useQuery } from "@tanstack/react-query";
import { answer, api } from "../api/client";
import type { ProfileEdit } from "../api/types";
import { setMe } from "../data/me";
import { absorbUsers, users } from "../data/users";

/** Finds a user by name; answers the id, for the user is in the records. */
export function useUserByName(username: string) {
  return useQuery({
    queryKey: ["user-by-name", username.toLowerCase()],
    queryFn: async () => {
      const at = { params: { path: { username } } };
      const user = (await answer(api.GET("/api/roost/v1/users/by/username/{username}", at))).data;
      absorbUsers([user]);
      return user.id;
    },
  });
}

export async function editProfile(edit: ProfileEdit): Promise<void> {
  const me = (await answer(api.PATCH("/api/roost/v1/users/me", { body: edit }))).data;
  users.set(me.id, me);
  setMe(me);
}
