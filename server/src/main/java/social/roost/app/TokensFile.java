package social.roost.app;

import java.nio.file.Path;

/**
 * Where the sessions of imported users go: a line for each, of a name and a token.
 *
 * @param most how many are logged in: the first users that were imported
 */
public record TokensFile(Path path, int most) {}
