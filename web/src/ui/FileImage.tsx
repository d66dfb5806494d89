import { type ComponentProps, useEffect, useRef } from "react";

interface FileImageProps extends Omit<ComponentProps<"img">, "src" | "ref" | "alt"> {
  file: File;
}

/** A picture of this device. It is decoration: controls beside it have names. */
export function FileImage({ file, ...rest }: FileImageProps) {
  const image = useRef<HTMLImageElement>(null);
  useEffect(() => {
    const url = URL.createObjectURL(file);
    if (image.current) image.current.src = url;
    return () => URL.revokeObjectURL(url);
  }, [file]);
  return <img ref={image} alt="" {...rest} />;
}
