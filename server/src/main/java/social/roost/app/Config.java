package social.roost.app;

import java.nio.file.Path;
import social.roost.base.config.Setting;
import social.roost.http.HttpSettings;

/** Everything that can be set. */
public record Config(
        @Setting(value = "data", help = "Folder that holds everything the server stores.")
        Path data,

        HttpSettings http) {}
