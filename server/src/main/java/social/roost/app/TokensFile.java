package social.roost.app;

import java.nio.file.Path;

/**
 * Where the tokens of imported users are written: a line with a name and a token for each.
 *
 * @param most how many users are logged in: the first ones imported
 */
public record TokensFile(Path path, int most) {}
