import { useRef } from "react";
import { IconButton } from "../ui/Button";
import { ImageIcon } from "../ui/icons";
import { useCapabilities } from "../data/capabilities";

interface AttachButtonProps {
  /** Whether it is likely to be used, so that the server's limits are worth asking for. */
  isLikely: boolean;
  onFiles: (files: readonly File[]) => void;
}

/** Opens the choice of files, for those types that the server accepts. */
export function AttachButton({ isLikely, onFiles }: AttachButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  const media = useCapabilities(isLikely)?.media;
  if (media?.kinds.length === 0) return null;
  const label = media && !media.kinds.includes("video") ? "Add pictures" : "Add pictures or video";
  return (
    <>
      <IconButton label={label} className="composer-tool" onClick={() => input.current?.click()}>
        <ImageIcon />
      </IconButton>
      <input
        ref={input}
        type="file"
        hidden
        multiple
        accept={media?.types.join(",") ?? "image/*,video/*"}
        aria-label={label}
        onChange={({ target }) => {
          onFiles([...(target.files ?? [])]);
          // The same file can be chosen again.
          target.value = "";
        }}
      />
    </>
  );
}
