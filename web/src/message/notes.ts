/** Said wherever somebody might think otherwise. */
export const ENCRYPTION_NOTE = "Messages are not end-to-end encrypted: whoever runs this server can read them.";
