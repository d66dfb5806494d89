package social.roost.base.config;

/** The value that a key has in the end, and the place it came from. */
record EffectiveSetting(SettingDefinition definition, Object value, Source source) {}
